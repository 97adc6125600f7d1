import { expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";
import { exitCodes } from "../exit-codes.ts";

test("the help names every command, and what each exit code means", async () => {
	const { code, stdout, stderr } = await runCli(["--help"]);
	expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	for (const command of ["start", "migrate", "worker", "doctor"]) {
		expect(stdout).toMatch(new RegExp(`^ {2}${command} .*\\w`, "m"));
		const help = await runCli([command, "--help"]);
		expect(help).toMatchObject({ code: 0, stderr: "" });
		expect(help.stdout).toContain(`Usage: nuclom ${command} [options]`);
		expect(help.stdout).toContain("--data <dir>");
	}
	for (const { code: number, meaning } of Object.values(exitCodes)) {
		expect(stdout).toMatch(new RegExp(`^ {2}${number} +${meaning}$`, "m"));
	}
});

test.each([
	[["strat"], "error: unknown command 'strat'", "(Did you mean start?)"],
	[["stat"], "error: unknown command 'stat'", "(nuclom --help lists every command)"],
	[["start", "--prot", "1"], "error: unknown option '--prot'", "(Did you mean --port?)"],
	[["start", "now"], "error: too many arguments", "(nuclom start --help lists its flags)"],
	[["start", "--port", "web"], "'web' is invalid", "a whole number from 1 to 65535"],
	[["start", "--port", "70000"], "'70000' is invalid", "a whole number from 1 to 65535"],
	[
		["start", "--data"],
		"error: option '--data <dir>' argument missing",
		"(nuclom start --help lists its flags)",
	],
	[["worker", "--videos", "0"], "'0' is invalid", "a whole number from 1 to 64"],
	[[], "Usage: nuclom", "Exit codes:"],
])("%j is refused, with a hint", async (args, said, hint) => {
	const { code, stdout, stderr } = await runCli(args);
	expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
	expect(stderr).toContain(said);
	expect(stderr).toContain(hint);
});
