import { expect, it } from "vitest";
import { describeUserAgent } from "./user-agent.ts";

const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";

it.each([
	[
		`${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`,
		"Chrome on macOS",
	],
	[
		`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15`,
		"Safari on macOS",
	],
	["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"],
	[
		"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36 Edg/156.0",
		"Edge on Windows",
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605 Version/26 Mobile Safari/604.1",
		"Safari on iOS",
	],
	["curl/8.9", "Unknown device"],
	[null, "Unknown device"],
])("%s is %s", (userAgent, text) => {
	expect(describeUserAgent(userAgent)).toBe(text);
});
