import { afterAll, beforeAll, expect, test } from "vitest";
import { composeParts } from "./parts/compose-parts.ts";
import { type FrontUnderTest, startFront } from "./test/start-front.ts";

let front: FrontUnderTest;
beforeAll(async () => {
	front = await startFront();
	await front.database.setFault({ kind: "refuse" });
});
afterAll(() => front.close());

async function ask(headers: Record<string, string> = {}) {
	const response = await fetch(`${front.baseUrl}/acme`, { headers });
	return { response, html: await response.text() };
}

test("without a database a page says so in words, and with the id that the log has", async () => {
	const { response, html } = await ask({ "x-request-id": "asked-for-1" });
	expect(response.status).toBe(503);
	expect(response.headers.get("retry-after")).toBe("5");
	expect(response.headers.get("cache-control")).toBe("no-store");
	expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
	expect(html).toContain("<h1>Nuclom is not available just now</h1>");
	expect(html).toContain("Nothing was lost.");
	expect(html).toContain("asked-for-1");
	const [, nonce = "none"] = /<script nonce="([^"]+)"/.exec(html) ?? [];
	expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
	expect(front.log.some((line) => line.includes("asked-for-1"))).toBe(true);
});

test("it keeps to the theme that was chosen, and takes nothing else from the cookie", async () => {
	expect((await ask({ cookie: "a=b; nuclom-theme=dark" })).html).toContain('data-theme="dark"');
	expect((await ask({ cookie: 'nuclom-theme="><script>' })).html).toContain('data-theme="system"');
	expect((await ask()).html).toContain('data-theme="system"');
});

test("where no front stands before Next, as on Vercel, it stands in as well", async () => {
	const { pageGate } = composeParts(front.platform);
	const asked = { requestId: "asked-for-2", cookie: "nuclom-theme=light", nonce: undefined };
	const refusal = await pageGate(asked);
	expect(refusal).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
	expect(refusal?.html).toContain('data-theme="light"');
	expect(refusal?.html).toContain("asked-for-2");
	await front.database.setFault(undefined);
	expect(await pageGate(asked)).toBeUndefined();
});
