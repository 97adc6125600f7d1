import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isListening, waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";
import { survivors } from "../../test/support/processes.ts";
import { type Product, productFolder } from "../../test/support/product.ts";
import type { RunState } from "../local/run-file.ts";

let place: Awaited<ReturnType<typeof productFolder>>;
beforeAll(async () => {
	place = await productFolder();
});
afterAll(() => place?.close());

const inFolder = (name: string) => readFile(join(place.dataDir, name), "utf8");
const children = async () => (JSON.parse(await inFolder("run.json")) as RunState).children;

async function health({ baseUrl }: Product) {
	const response = await fetch(`${baseUrl}/api/health`);
	return { status: response.status, body: (await response.json()) as { status: string } };
}

/** An account is a row that was written, and a sign-in reads it. */
function account({ baseUrl }: Product, action: "sign-up" | "sign-in") {
	return fetch(`${baseUrl}/api/auth/${action}/email`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: baseUrl },
		body: JSON.stringify({ name: "Ada", email: "ada@example.com", password: "correct horse 9" }),
	});
}

describe("a start", () => {
	test("answers, and says where, how to stop it and how to remove it", async () => {
		const product = await place.running();
		expect(await health(product)).toMatchObject({ status: 200, body: { status: "healthy" } });
		const { stdout } = product.said();
		expect(stdout).toContain(`Nuclom is running at ${product.baseUrl}`);
		expect(stdout).toMatch(new RegExp(`Data +${place.dataDir} `));
		expect(stdout).toMatch(new RegExp(`Log +${place.dataDir}/logs/nuclom.log `));
		expect(stdout).toMatch(new RegExp(`Stop +Ctrl-C, or: kill ${product.pid}\n`));
		expect(stdout).toMatch(new RegExp(`Remove +stop it, then: rm -rf ${place.dataDir}[ \n]`));
	});

	test("keeps its secrets for their owner, and off the terminal and the log", async () => {
		const product = await place.running();
		const { mode } = await stat(join(place.dataDir, "secrets.json"));
		expect(mode & 0o777).toBe(0o600);
		const secrets = Object.values(JSON.parse(await inFolder("secrets.json")) as object);
		expect(secrets).toHaveLength(2);
		const told = JSON.stringify(product.said()) + (await inFolder("logs/nuclom.log"));
		for (const secret of secrets) expect(told).not.toContain(secret);
	});

	test("writes requests into the log file, and not on the terminal", async () => {
		const product = await place.running();
		const requestId = `request-of-${process.pid}`;
		await fetch(`${product.baseUrl}/sign-in`, { headers: { "x-request-id": requestId } });
		const isLogged = async () => (await inFolder("logs/nuclom.log")).includes(requestId);
		await waitFor(isLogged, { what: "the request's line" });
		const { stdout, stderr } = product.said();
		expect(stdout + stderr).not.toMatch(/Answered|"level"/);
	});

	test("starts a worker that died again, and says so in words", async () => {
		const product = await place.running();
		const { worker: first } = await children();
		await product.kill([first?.pid ?? -1]);
		const isSaid = () => product.said().stderr.includes("ERROR The worker ended (SIGKILL)");
		await waitFor(isSaid, { what: "the words" });
		const isNew = async () => (await children()).worker?.pid !== first?.pid;
		await waitFor(isNew, { what: "another worker" });
		expect(await inFolder("logs/nuclom.log")).toContain('"message":"The worker ended (SIGKILL)');
	});

	test("is found well by doctor and by migrate, which read its folder", async () => {
		await place.running();
		const [doctor, migrate] = await Promise.all([
			runCli(["doctor", "--data", place.dataDir]),
			runCli(["migrate", "--data", place.dataDir]),
		]);
		expect(doctor).toMatchObject({ code: 0, stderr: "" });
		expect(doctor.stdout).toMatch(/✓ database +PostgreSQL 18/);
		expect(doctor.stdout).toMatch(/, 0 failed\n$/);
		expect(migrate).toMatchObject({ code: 0, stdout: "✓ The database is up to date.\n" });
	});

	test("is not disturbed by a second one on its folder, which is refused", async () => {
		const product = await place.running();
		const second = await runCli(["start", "--port", "1", "--data", place.dataDir]);
		expect(second).toMatchObject({ code: 6, stdout: "" });
		expect(second.stderr).toContain(
			`✗ Nuclom already runs on ${place.dataDir} at ${product.baseUrl} (process ${product.pid}).`,
		);
		expect(second.stderr).toContain(`kill ${product.pid}`);
		expect(await health(product)).toMatchObject({ status: 200 });
	});
});

describe("the end of a start", () => {
	test("by Ctrl-C is in order: nothing is left of it, and its port is free", async () => {
		const product = await place.running();
		const family = await product.family();
		// Itself, web, worker, PostgreSQL and its own processes.
		expect(family.length).toBeGreaterThan(4);
		const { code, stdout } = await product.interrupt();
		expect(code).toBe(0);
		expect(stdout).toMatch(/Stopping …\n {2}Stopped\.\n$/);
		expect(await survivors(family)).toEqual([]);
		expect(await isListening(product.port)).toBe(false);
		await expect(children()).rejects.toThrow("ENOENT");
	});

	test("by a crash of everything loses nothing: the next one has what was written", async () => {
		const first = await place.running();
		const signedUp = await account(first, "sign-up");
		expect(signedUp.status).toBe(200);
		await first.kill(await first.family());
		const second = await place.running();
		expect(second.pid).not.toBe(first.pid);
		const signedIn = await account(second, "sign-in");
		expect(signedIn.status).toBe(200);
		const { user } = (await signedUp.json()) as { user: { id: string } };
		expect(await signedIn.json()).toMatchObject({ user: { id: user.id } });
	});

	test("by a kill leaves children that the next one ends, and a database that it adopts", async () => {
		const first = await place.running();
		const { web, worker } = await children();
		await first.kill([first.pid]);
		const second = await place.running();
		expect(await survivors([web?.pid ?? -1, worker?.pid ?? -1])).toEqual([]);
		expect(await health(second)).toMatchObject({ status: 200 });
	});
});
