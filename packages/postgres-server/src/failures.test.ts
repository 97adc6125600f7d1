import { expect, it } from "vitest";
import { explainFailure, isHeldByOrphans, withSystemErrors } from "./failures.ts";

it.each([
	['FATAL:  could not write lock file "postmaster.pid": No space left on device', "DISK_FULL"],
	["FATAL:  wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.", "DISK_FULL"],
	['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', "PORT_IN_USE"],
	["FATAL:  something else", "POSTGRES_START_FAILED"],
])("reads %s as %s", (log, code) => {
	const error = explainFailure("Starting PostgreSQL", log, 5433);
	expect(error.code).toBe(code);
	expect(error.hint).toBeTruthy();
	expect(error.cause).toMatchObject({ message: log });
});

it("knows the failure that passes by itself", () => {
	const words = "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use";
	expect(isHeldByOrphans(words)).toBe(true);
	expect(isHeldByOrphans("FATAL:  lock file exists")).toBe(false);
});

it("turns only a full disk into DISK_FULL", async () => {
	const fail = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
	await expect(withSystemErrors("x", fail("ENOSPC"))).rejects.toMatchObject({ code: "DISK_FULL" });
	await expect(withSystemErrors("x", fail("EACCES"))).rejects.toMatchObject({ code: "EACCES" });
});
