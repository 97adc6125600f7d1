import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@nuclom/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LocalUnderTest, startLocal } from "../../test/local-under-test.ts";
import { label, nastyKeys } from "../../test/nasty-keys.ts";
import { sendRaw } from "../../test/raw-request.ts";
import { createSigner } from "../local/sign.ts";

let local: LocalUnderTest;
let outside: Awaited<ReturnType<typeof temporaryFolder>>;
const secret = "the content of a file outside";
beforeAll(async () => {
	outside = await temporaryFolder("storage-outside");
	await writeFile(join(outside.path, "secret"), secret);
	local = await startLocal({ path: join(outside.path, "store") });
	await local.storage.put("a/b", Buffer.of(1), { contentType: "text/plain", sizeBytes: 1 });
});
afterAll(async () => {
	await local.close();
	await outside.close();
});

/** Signed by somebody who knows the secret: only the key stands between them and the disk. */
const signer = createSigner("a secret for tests alone");
const expiresAtMs = Date.now() + 600_000;

/** What can be written into a request line; the rest is escaped. */
const raw = (key: string) =>
	key.replace(/[\0-\x20\x7f-\u{10ffff}?#]/gu, (letter) => encodeURIComponent(letter));

const paths = [
	...nastyKeys,
	...label([
		"../secret",
		"..%2fsecret",
		"%2e%2e/secret",
		"a/../../secret",
		"a/b/../../../secret",
		"....//secret",
		"a/b/@object.json",
		"a/b/%40object.json",
	]),
];

it.each(paths)("never leaves its folder for %s", async (_label, key) => {
	const query = signer.readQuery({ key, expiresAtMs });
	const answer = await sendRaw(local.origin, { path: `/storage/${raw(key)}?${query}` });
	expect(answer.status).toBe(400);
	expect(answer.body).toContain("STORAGE_KEY_INVALID");
	expect(answer.body).not.toContain(secret);
});

it.each(paths)("writes nothing at %s", async (_label, key) => {
	const before = await readdir(outside.path, { recursive: true });
	const part = { key, storageUploadId: "0193e8a0-0000-7000-8000-000000000000", partNumber: 1 };
	const query = signer.partQuery({ ...part, sizeBytes: 1, expiresAtMs });
	const path = `/storage/${raw(key)}?${query}`;
	const answer = await sendRaw(local.origin, { method: "PUT", path, body: "x" });
	expect(answer.status).toBe(400);
	expect(await readdir(outside.path, { recursive: true })).toEqual(before);
});

it.each(label(["../open", "..", "", "x".repeat(5000), "0193e8a0-0000-7000-8000-00000000000/"]))(
	"finds no upload %s",
	async (_label, storageUploadId) => {
		const part = { key: "a/b", storageUploadId, partNumber: 1 };
		const query = signer.partQuery({ ...part, sizeBytes: 1, expiresAtMs });
		const path = `/storage/a/b?${query}`;
		const answer = await sendRaw(local.origin, { method: "PUT", path, body: "x" });
		expect(answer.status).toBe(404);
		expect(answer.body).toContain("UPLOAD_NOT_FOUND");
	},
);
