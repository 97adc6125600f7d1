import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, type Variables } from "../../test/support/cli.ts";

const zoneId = "023e105f4ecef8ad9ca31a8372d0c353";
const purges: unknown[] = [];

/** Stands in for Cloudflare's API: takes purges of one zone by one token. The package's own tests have the rest. */
const server = createServer(async (request, response) => {
	const body = await json(request);
	const isKnown = request.headers.authorization === "Bearer token";
	if (isKnown && request.url === `/client/v4/zones/${zoneId}/purge_cache`) purges.push(body);
	const errors = isKnown ? [] : [{ code: 10_000, message: "Authentication error" }];
	response.writeHead(isKnown ? 200 : 403, { "content-type": "application/json" });
	response.end(JSON.stringify({ success: isKnown, errors, messages: [], result: null }));
});
let variables: Variables;
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	variables = {
		CLOUDFLARE_API_TOKEN: "token",
		CLOUDFLARE_ZONE_ID: zoneId,
		CLOUDFLARE_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
		NEXT_PUBLIC_APP_URL: "https://nuclom.example.com",
	};
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const purge = (flags: string[], changed: Variables = {}) =>
	runCli(["cdn", "purge", ...flags], { ...variables, ...changed });

describe("nuclom cdn purge", () => {
	test("lets the CDN forget addresses, prefixes or everything", async () => {
		const url = "https://nuclom.example.com/a?b=c";
		const some = await purge(["--url", url, `${url}d`, "--prefix", "https://nuclom.example.com/"]);
		expect(some).toEqual({
			code: 0,
			stdout: "✓ Cloudflare forgets 2 addresses and 1 prefix.\n",
			stderr: "",
		});
		const all = await purge(["--everything", "--json"]);
		expect(JSON.parse(all.stdout)).toMatchObject({ status: "ok", provider: "cloudflare" });
		expect(purges.splice(0)).toEqual([
			{ files: [url, `${url}d`] },
			{ prefixes: ["nuclom.example.com"] },
			{ purge_everything: true },
		]);
	});

	test("has nothing to do where there is no CDN", async () => {
		const { code, stdout } = await runCli(["cdn", "purge", "--everything"], {
			NUCLOM_ENV: "production",
		});
		expect(code).toBe(0);
		expect(stdout).toContain("nothing to do");
	});

	test.each([
		[[], "say what to forget"],
		[["--everything", "--url", "https://a.example"], "cannot be used with option"],
		[["--url", "poster.jpg"], "poster.jpg is not an address"],
	])("refuses %j as wrong usage", async (flags, said) => {
		const { code, stdout, stderr } = await purge(flags);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(said);
	});

	test("names the variable of a token that is refused, and of one that lacks its zone", async () => {
		const refused = await purge(["--everything"], { CLOUDFLARE_API_TOKEN: "other" });
		expect(refused.code).toBe(3);
		expect(refused.stderr).toContain("Authentication error (10000)");
		expect(refused.stderr).toContain("CLOUDFLARE_API_TOKEN");
		const half = await purge(["--everything"], { CLOUDFLARE_ZONE_ID: "" });
		expect(half.code).toBe(3);
		expect(half.stderr).toContain("CLOUDFLARE_ZONE_ID");
	});
});

test("nuclom cdn check purges an address that nothing is at", async () => {
	const { code, stdout } = await runCli(["cdn", "check"], variables);
	expect({ code, stdout }).toEqual({
		code: 0,
		stdout: "✓ Cloudflare takes purges of this zone.\n",
	});
	expect(purges.splice(0)).toEqual([
		{ files: ["https://nuclom.example.com/nuclom-check/nothing"] },
	]);
});
