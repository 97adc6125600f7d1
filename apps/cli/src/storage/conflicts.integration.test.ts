import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { temporaryFolder } from "@nuclom/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";

const expiry =
	'<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ID>tidy</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter><Expiration><Days>30</Days></Expiration></Rule></LifecycleConfiguration>';
/** What the bucket has, by `cors` and `lifecycle`. */
const rules = new Map([["lifecycle", expiry]]);

/** Stands in for a bucket that somebody else gave a rule; it keeps what it is sent. The package's own tests have Ceph. */
const server = createServer(async (request, response) => {
	const body = await text(request);
	const [kind = ""] = new URL(request.url ?? "", "http://localhost").searchParams.keys();
	if (request.method === "PUT") rules.set(kind, body);
	const found = rules.get(kind);
	response.writeHead(found ? 200 : 404, { "content-type": "application/xml" });
	response.end(found ?? "<Error><Code>NoSuchCORSConfiguration</Code></Error>");
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

async function setup(...flags: string[]) {
	await using folder = await temporaryFolder("cli-storage");
	return runCli(["storage", "setup", "--data", folder.path, ...flags], {
		CLOUDFLARE_R2_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		CLOUDFLARE_R2_ACCESS_KEY: "key",
		CLOUDFLARE_R2_SECRET_KEY: "secret",
		CLOUDFLARE_R2_BUCKET: "bucket",
	});
}

test("a rule that would delete videos stops the set-up until it may be taken away", async () => {
	const stopped = await setup();
	expect(stopped.code).toBe(3);
	expect(stopped.stdout).toContain("! The rule tidy is in the way. It deletes videos");
	expect(stopped.stderr).toContain("Nothing was changed");
	expect(stopped.stderr).toContain("--remove-conflicting");
	const lines = (await setup("--json")).stdout.trim().split("\n");
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{ status: "conflict", isChanged: false, conflicts: [{ id: "tidy" }] },
		{ status: "error", error: { code: "STORAGE_MISCONFIGURED" } },
	]);
	expect([...rules]).toEqual([["lifecycle", expiry]]);
	const removed = await setup("--remove-conflicting");
	expect({ code: removed.code, stderr: removed.stderr }).toEqual({ code: 0, stderr: "" });
	expect(removed.stdout).toContain("- tidy\n");
	expect(rules.get("lifecycle")).not.toContain("tidy");
	expect(rules.get("cors")).toContain("<ID>nuclom-browser</ID>");
});
