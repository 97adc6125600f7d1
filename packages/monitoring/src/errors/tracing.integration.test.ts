import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startTelemetryReceiver } from "@nuclom/testing";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../test/traced-program.ts", import.meta.url));

it("traces requests when a rate is set, without queries, cookies, headers or global handlers", async () => {
	await using receiver = await startTelemetryReceiver();
	const { stdout } = await promisify(execFile)(process.execPath, [
		"--conditions=nuclom-source",
		program,
		receiver.dsn,
	]);
	const sent = JSON.stringify(receiver.envelopes);
	expect(sent).toContain("/reset");
	expect(receiver.items("span").length).toBeGreaterThan(0);
	expect(sent).not.toMatch(/cookie-secret|header-secret|query-secret|also-private/);
	expect(stdout.trim()).toBe("0");
});
