import { processEnvironment } from "@nuclom/platform/process";
import type { Command } from "commander";
import { createOutput } from "../output.ts";
import { integer, jsonOption } from "./options.ts";

interface Flags {
	readonly url: string;
	readonly keyFile?: string;
	readonly title?: string;
	readonly parallel: number;
	readonly json?: boolean;
}

export function addUpload(program: Command): void {
	const command = program
		.command("upload")
		.description("Send video files to a Nuclom. Interrupted, it goes on where it stopped.")
		.argument("<file...>", "the files, one after another")
		.requiredOption("--url <address>", "where Nuclom is, such as https://nuclom.example.com")
		.option("--key-file <path>", "file with an API key (default: the variable NUCLOM_API_KEY)")
		.option("--title <title>", "the video's title, for a single file (default: the file's name)")
		.option("--parallel <count>", "parts that are sent at the same time", integer(1, 32), 4)
		.addOption(jsonOption());
	command.action(async (files: readonly string[], flags: Flags) => {
		const { readServerUrl, readApiKey } = await import("../upload/credentials.ts");
		const { runUpload } = await import("../upload/run-upload.ts");
		const { title, parallel, json = false } = flags;
		const refuse = (message: string) => command.error(`error: ${message}`);
		if (title !== undefined && files.length > 1) refuse("--title is for a single file");
		const environment = processEnvironment();
		const options = {
			serverUrl: readServerUrl(flags.url) ?? refuse(`'${flags.url}' is no http or https address`),
			apiKey: await readApiKey(environment, flags.keyFile).catch((error: Error) =>
				refuse(error.message),
			),
			...{ files, parallel, environment },
			...(title === undefined ? {} : { title }),
		};
		process.exitCode = await runUpload(options, createOutput(json));
	});
}
