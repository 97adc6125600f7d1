import { createHash, randomBytes } from "node:crypto";
import { appendFile, readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "@nuclom/postgres-server";
import { listOpenUploads, listVideos } from "@nuclom/services";
import { type TemporaryFolder, temporaryFolder, waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runCli, spawnCli } from "../../test/support/cli.ts";
import { startUploadServer, type UploadServer } from "../../test/support/upload-server.ts";

const mebibyte = 1024 ** 2;
const partBytes = 16 * mebibyte;

let server: UploadServer;
let folder: TemporaryFolder;
let variables: Record<string, string>;

beforeAll(async () => {
	server = await startUploadServer();
});
afterAll(() => server.close());
beforeEach(async () => {
	folder = await temporaryFolder("cli-upload");
	const { key } = await server.makeKey();
	variables = { NUCLOM_API_KEY: key, XDG_STATE_HOME: join(folder.path, "state") };
	server.received.length = 0;
	server.interfere(undefined);
	await server.proxy.setFault(undefined);
	return () => folder.close();
});

async function makeFile(name: string, sizeBytes: number): Promise<{ path: string; bytes: Buffer }> {
	const path = join(folder.path, name);
	const bytes = randomBytes(sizeBytes);
	await writeFile(path, bytes);
	return { path, bytes };
}

const upload = (...args: string[]) => ["upload", "--url", server.url, ...args];
const run = (...args: string[]) => runCli(upload(...args), variables);
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const partsSent = () => server.received.map(({ partNumber }) => partNumber).sort();
const bytesSent = () => server.received.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
const kept = () => readdir(join(folder.path, "state", "nuclom", "uploads")).catch(() => []);
const openUploads = async () => {
	const { ctx, organizationId } = server;
	const { uploads } = await listOpenUploads({ ctx, input: { organizationId } });
	return uploads;
};

/** Starts an upload, one part at a time, and lets the network stand still in the middle of the given part. */
async function stopInPart(path: string, partNumber: number) {
	const afterBytes = (partNumber - 1) * partBytes + 4 * mebibyte;
	await server.proxy.setFault({ kind: "stall", afterBytes, direction: "up" });
	const running = spawnCli(upload(path, "--parallel", "1"), variables);
	const isThere = () => server.received.some((part) => part.partNumber === partNumber);
	await waitFor(isThere, { timeoutMs: 60_000, what: `part ${partNumber}` });
	return running;
}

test("sends files one after another and prints where the videos are", async () => {
	const one = await makeFile("one.mp4", 3 * partBytes + 1000);
	const two = await makeFile("zwei ü.mov", 1000);
	const { code, stdout, stderr } = await run(one.path, two.path);
	expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	const links = [...stdout.matchAll(/^✓ (.+) is sent: (\S+)$/gm)];
	expect(links.map(([, name]) => name)).toEqual(["one.mp4", "zwei ü.mov"]);
	const ids = links.map(([, , link = ""]) => {
		expect(link).toMatch(`${server.url}/${server.slug}/videos/`);
		return link.split("/").at(-1) ?? "";
	});
	expect(sha256(await server.download(ids[0] ?? ""))).toBe(sha256(one.bytes));
	expect(sha256(await server.download(ids[1] ?? ""))).toBe(sha256(two.bytes));
	expect(bytesSent()).toBe(one.bytes.length + two.bytes.length);
	expect(await kept()).toEqual([]);
});

test("after kill -9 in the middle, sends only what is missing", async () => {
	const { path, bytes } = await makeFile("long.mp4", 4 * partBytes + 5);
	const running = await stopInPart(path, 3);
	running.process.kill("SIGKILL");
	expect(await running.ended).toMatchObject({ code: null });
	expect(partsSent()).toEqual([1, 2, 3]);
	expect(await kept()).toHaveLength(1);
	await server.proxy.setFault(undefined);
	server.received.length = 0;
	const { code, stdout, stderr } = await run(path, "--json");
	expect(code).toBe(0);
	expect(stderr).toBe("");
	const answer = JSON.parse(stdout);
	expect(answer).toMatchObject({ status: "ok", sizeBytes: bytes.length, keptBytes: 2 * partBytes });
	expect(partsSent()).toEqual([3, 4, 5]);
	expect(bytesSent()).toBe(bytes.length - 2 * partBytes);
	expect(sha256(await server.download(answer.videoId))).toBe(sha256(bytes));
	expect(await openUploads()).toEqual([]);
});

test("Ctrl-C ends it with 130, and the next run goes on", async () => {
	const { path, bytes } = await makeFile("long.mp4", 2 * partBytes);
	const running = await stopInPart(path, 2);
	running.process.kill("SIGINT");
	const { code, stderr } = await running.ended;
	expect({ code, stderr }).toEqual({
		code: 130,
		stderr: "! Interrupted. The same command goes on where this one stopped.\n",
	});
	await server.proxy.setFault(undefined);
	server.received.length = 0;
	const again = await run(path);
	expect(again.code).toBe(0);
	expect(again.stderr).toBe("long.mp4: 17 MB are there already.\n");
	expect(bytesSent()).toBe(bytes.length - partBytes);
});

test("a file that changed in between begins anew and says so", async () => {
	const { path } = await makeFile("growing.mp4", 2 * partBytes);
	const running = await stopInPart(path, 2);
	running.process.kill("SIGKILL");
	await running.ended;
	await server.proxy.setFault(undefined);
	server.received.length = 0;
	await appendFile(path, "more");
	const { code, stderr } = await run(path);
	expect(code).toBe(0);
	expect(stderr).toBe(
		"! growing.mp4 has changed since it was begun; it is sent from its beginning.\n",
	);
	expect(partsSent()).toEqual([1, 2, 3]);
	expect(await openUploads()).toEqual([]);
});

test("a file that changes while it is sent is given up", async () => {
	const { path } = await makeFile("growing.mp4", 2 * partBytes);
	const running = await stopInPart(path, 2);
	await truncate(path, partBytes);
	await server.proxy.setFault(undefined);
	const { code, stderr } = await running.ended;
	expect(code).toBe(1);
	expect(stderr).toContain("growing.mp4 changed while it was being sent.\n");
	expect(await openUploads()).toEqual([]);
	expect(await kept()).toEqual([]);
});

test("goes on through cut connections, and waits when it is asked to", async () => {
	const { path, bytes } = await makeFile("shaky.mp4", 3 * partBytes);
	await server.proxy.setFault({ kind: "cut", afterBytes: 20 * mebibyte, once: true });
	let busy = 2;
	server.interfere(({ url }) => {
		if (!url?.startsWith("/storage") || busy === 0) return undefined;
		busy -= 1;
		return 429;
	});
	const { code, stdout, stderr } = await run(path, "--parallel", "1", "--json");
	expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	expect(busy).toBe(0);
	const { videoId } = JSON.parse(stdout);
	expect(sha256(await server.download(videoId))).toBe(sha256(bytes));
});

test("a lost answer to the completion is asked for again", async () => {
	const { path } = await makeFile("last.mp4", 1000);
	let answered = 0;
	server.interfere(({ url }) => {
		if (!url?.endsWith("/complete")) return undefined;
		answered += 1;
		if (answered === 1) server.proxy.cutAll();
		return undefined;
	});
	const { code, stdout } = await run(path, "--json");
	expect(code).toBe(0);
	expect(answered).toBe(2);
	const { videoId } = JSON.parse(stdout);
	const { ctx, organizationId } = server;
	const { items } = await listVideos({ ctx, input: { organizationId } });
	expect(items.filter(({ id }) => id === videoId)).toHaveLength(1);
});

test("a key that was revoked in the middle ends it, and a new one goes on", async () => {
	const { path, bytes } = await makeFile("long.mp4", 10 * partBytes);
	const { id, key } = await server.makeKey();
	let isRevoked = false;
	server.interfere(({ url }) => {
		// The second batch of addresses is asked for with a key that works no more.
		if (url?.startsWith("/storage") && !isRevoked) {
			isRevoked = true;
			void server.revoke(id);
		}
		return undefined;
	});
	const args = upload(path, "--parallel", "1");
	const { code, stdout, stderr } = await runCli(args, { ...variables, NUCLOM_API_KEY: key });
	expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
	expect(stderr).toContain("✗ This API key does not work.\n  It may have been revoked");
	server.received.length = 0;
	expect(await run(path)).toMatchObject({ code: 0 });
	expect(bytesSent()).toBeLessThanOrEqual(bytes.length - 8 * partBytes);
});

test("says what is wrong with each file, and sends the others", async () => {
	const empty = await makeFile("empty.mp4", 0);
	const good = await makeFile("good.mp4", 1000);
	const missing = join(folder.path, "missing.mp4");
	const { code, stdout } = await run(empty.path, missing, folder.path, good.path, "--json");
	expect(code).toBe(1);
	const answers = stdout
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	expect(answers).toMatchObject([
		{ status: "error", file: empty.path, error: { code: "UPLOAD_EMPTY_FILE" } },
		{ status: "error", file: missing, error: { code: "UPLOAD_FILE_UNREADABLE" } },
		{ status: "error", file: folder.path, error: { code: "UPLOAD_FILE_UNREADABLE" } },
		{ status: "ok", file: good.path },
	]);
});

test("a wrong address, a wrong server and a wrong key are told apart", async () => {
	const { path } = await makeFile("clip.mp4", 10);
	const at = (url: string, changes = {}) =>
		runCli(["upload", path, "--url", url], { ...variables, ...changes });
	const nowhere = `http://127.0.0.1:${await freePort()}`;
	const nobody = await at(nowhere);
	expect(nobody).toMatchObject({ code: 1, stdout: "" });
	expect(nobody.stderr).toContain(`✗ ${nowhere} does not answer: ECONNREFUSED.\n`);
	server.interfere(() => 404);
	const other = await at(server.url);
	expect(other.code).toBe(1);
	expect(other.stderr).toContain(`✗ ${server.url} answered with the status 404.\n  Is a Nuclom at`);
	server.interfere(undefined);
	const key = await at(server.url, { NUCLOM_API_KEY: "nuclom_nobodys" });
	expect(key.code).toBe(1);
	expect(key.stderr).toContain("✗ This API key does not work.\n");
});

test("takes the key from a file, and no unclear command", async () => {
	const { path } = await makeFile("clip.mp4", 10);
	const keyFile = join(folder.path, "key");
	await writeFile(keyFile, `${variables.NUCLOM_API_KEY}\n`);
	const { XDG_STATE_HOME = "" } = variables;
	const withFile = (...args: string[]) => runCli(args, { XDG_STATE_HOME });
	expect(await withFile(...upload(path, "--key-file", keyFile, "--title", "Mine"))).toMatchObject({
		code: 0,
	});
	const { ctx, organizationId } = server;
	const { items } = await listVideos({ ctx, input: { organizationId } });
	expect(items[0]?.title).toBe("Mine");
	const refusals = [
		[upload(path), "error: no API key is given"],
		[upload(path, "--key-file", path), "error: this is no API key"],
		[upload(path, "--key-file", "/nowhere"), "error: the key file /nowhere cannot be read"],
		[upload(path, path, "--key-file", keyFile, "--title", "T"), "--title is for a single file"],
		[["upload", path, "--key-file", keyFile], "error: required option '--url <address>'"],
		[["upload", path, "--url", "ftp://x", "--key-file", keyFile], "no http or https address"],
		[upload("--key-file", keyFile), "error: missing required argument 'file'"],
	] as const;
	for (const [args, said] of refusals) {
		const { code, stdout, stderr } = await withFile(...args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(said);
	}
});
