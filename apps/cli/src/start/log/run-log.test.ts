import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { createLogger } from "@nuclom/monitoring";
import { temporaryFolder } from "@nuclom/testing";
import { expect, test } from "vitest";
import { createRunLog } from "./run-log.ts";

function collect() {
	const texts: string[] = [];
	const terminal = { write: (text: string) => texts.push(text) };
	return { terminal, shown: () => stripVTControlCharacters(texts.join("")) };
}

test("keeps every line, and shows the warnings, the errors and what is no log line", async () => {
	await using folder = await temporaryFolder("log");
	const path = join(folder.path, "a.log");
	const { terminal, shown } = collect();
	const log = createRunLog({ path, limitBytes: 10_000, isPretty: true, terminal });
	const logger = createLogger({ level: "debug", destination: log });
	logger.debug({}, "Asked");
	logger.info({ status: 200 }, "Answered");
	logger.warn({ attempt: 2 }, "Slow");
	logger.error({ err: new Error("gone") }, "Failed");
	const child = new PassThrough();
	log.follow(child);
	child.end('{"level":"info","message":"from a child"}\nFATAL: out of memory');
	await log.close();
	const kept = (await readFile(path, "utf8")).trimEnd().split("\n");
	expect(kept).toHaveLength(6);
	expect(shown()).toMatch(/^[\d:.]{12} WARN {2}Slow attempt=2\n[\d:.]{12} ERROR Failed err=/);
	expect(shown()).toMatch(/\nFATAL: out of memory\n$/);
	expect(shown()).not.toMatch(/Asked|Answered|from a child/);
});

test("shows a warning as it is for a script, and one that was cut off", async () => {
	await using folder = await temporaryFolder("log");
	const path = join(folder.path, "a.log");
	const line = '{"level":"warn","time":"2026-11-23T10:20:30.456Z","message":"Slow"}\n';
	for (const [isPretty, text] of [
		[false, line],
		[true, '{"level":"error","mess\n'],
	] as const) {
		const { terminal, shown } = collect();
		const log = createRunLog({ path, limitBytes: 10_000, isPretty, terminal });
		log.write(text);
		await log.close();
		expect(shown()).toBe(text);
	}
});

test("says once that the file cannot be written, and goes on", async () => {
	await using folder = await temporaryFolder("log");
	const { terminal, shown } = collect();
	const log = createRunLog({ path: folder.path, limitBytes: 100, isPretty: true, terminal });
	for (const line of ["one\n", "two\n"]) log.write(line);
	await log.close();
	expect(shown()).toBe(
		`! The log ${folder.path} cannot be written: Error: EISDIR: illegal operation on a directory, open '${folder.path}'\none\ntwo\n`,
	);
});

test("does not wait for a program that holds a child's output open", async () => {
	await using folder = await temporaryFolder("log");
	const { terminal, shown } = collect();
	const path = join(folder.path, "a.log");
	const log = createRunLog({ path, limitBytes: 100, isPretty: true, terminal });
	const held = new PassThrough();
	log.follow(held);
	await log.close();
	expect({ isDestroyed: held.destroyed, shown: shown() }).toEqual({ isDestroyed: true, shown: "" });
});
