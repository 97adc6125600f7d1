import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../test/logging-program.ts", import.meta.url));

it("loses no line on standard output when the process ends at once", async () => {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		["--conditions=nuclom-source", program, "20000"],
		{ maxBuffer: 16 * 1024 * 1024 },
	);
	const lines = stdout.trimEnd().split("\n");
	expect(lines).toHaveLength(20_000);
	expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ level: "info", index: 19_999 });
});
