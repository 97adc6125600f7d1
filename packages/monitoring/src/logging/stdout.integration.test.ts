import { execFile, spawnSync } from "node:child_process";
import { open } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../test/logging-program.ts", import.meta.url));
const args = ["--conditions=nuclom-source", program, "20000"];

it("loses no line on standard output when the process ends at once", async () => {
	const { stdout } = await promisify(execFile)(process.execPath, args, {
		maxBuffer: 16 * 1024 * 1024,
	});
	const lines = stdout.trimEnd().split("\n");
	expect(lines).toHaveLength(20_000);
	expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ level: "info", index: 19_999 });
});

it("goes on when standard output takes nothing, as on a full disk", async () => {
	// Opened for reading: every write to it fails.
	await using file = await open(program, "r");
	const stdio = ["ignore", file.fd, "pipe"] as const;
	const { stderr, status } = spawnSync(process.execPath, args, { stdio: [...stdio] });
	expect({ said: stderr.toString(), status }).toEqual({ said: "logged 20000\n", status: 0 });
});
