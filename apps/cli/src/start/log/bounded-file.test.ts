import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@nuclom/testing";
import { expect, test } from "vitest";
import { boundedFile } from "./bounded-file.ts";

test("appends to what an earlier run wrote, in a file for its owner only", async () => {
	await using folder = await temporaryFolder("log");
	const path = join(folder.path, "logs", "a.log");
	for (const text of ["one\n", "two\n"]) {
		const file = boundedFile(path, 100);
		file.append(text);
		file.close();
	}
	expect(await readFile(path, "utf8")).toBe("one\ntwo\n");
	expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("keeps one file before the current one, each within the limit in bytes", async () => {
	await using folder = await temporaryFolder("log");
	const path = join(folder.path, "a.log");
	const file = boundedFile(path, 8);
	for (const text of ["one1\n", "two2\n", "ü3\n", "four4\n"]) file.append(text);
	file.close();
	// Nine bytes, in eight characters, would not have been within it.
	expect(await readFile(`${path}.1`, "utf8")).toBe("ü3\n");
	expect(await readFile(path, "utf8")).toBe("four4\n");
});

test("writes one text that is over the limit by itself", async () => {
	await using folder = await temporaryFolder("log");
	const path = join(folder.path, "a.log");
	const file = boundedFile(path, 3);
	file.append("longer\n");
	file.close();
	expect(await readFile(path, "utf8")).toBe("longer\n");
});

test("tells that it cannot be written, and tries again", async () => {
	await using folder = await temporaryFolder("log");
	const file = boundedFile(folder.path, 100);
	expect(() => file.append("x")).toThrow("EISDIR");
	expect(() => file.append("x")).toThrow("EISDIR");
	file.close();
});
