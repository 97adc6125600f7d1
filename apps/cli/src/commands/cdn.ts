import { processEnvironment } from "@nuclom/platform/process";
import { type Command, Option } from "commander";
import { createOutput } from "../output.ts";
import { jsonOption } from "./options.ts";

interface Flags {
	readonly url?: string[];
	readonly prefix?: string[];
	readonly everything?: boolean;
	readonly json?: boolean;
}

function addPurge(cdn: Command): void {
	const purge = cdn
		.command("purge")
		.description("Let the CDN forget what it keeps. Without a CDN there is nothing to do.")
		.option("--url <url...>", "exact addresses, with their queries")
		.option("--prefix <prefix...>", "everything below, such as nuclom.example.com/videos")
		.addOption(new Option("--everything", "the whole zone").conflicts(["url", "prefix"]))
		.addOption(jsonOption())
		.showHelpAfterError("(nuclom cdn purge --help lists its flags)");
	purge.action(async ({ url = [], prefix = [], everything = false, json = false }: Flags) => {
		if (!everything && url.length + prefix.length === 0) {
			purge.error("error: say what to forget: --url, --prefix or --everything");
		}
		const { runPurge } = await import("../storage/run-purge.ts");
		const options = { urls: url, prefixes: prefix, isEverything: everything };
		await runPurge(processEnvironment(), options, createOutput(json));
	});
}

function addCheck(cdn: Command): void {
	cdn
		.command("check")
		.description("Prove that the CDN takes purges, by purging an address that nothing is at.")
		.addOption(jsonOption())
		.showHelpAfterError("(nuclom cdn check --help lists its flags)")
		.action(async ({ json = false }: Flags) => {
			const { runCdnCheck } = await import("../storage/run-purge.ts");
			await runCdnCheck(processEnvironment(), createOutput(json));
		});
}

export function addCdn(program: Command): void {
	const cdn = program
		.command("cdn")
		.description("The CDN in front of the app.")
		// Before its commands are added: they take it over.
		.exitOverride();
	addPurge(cdn);
	addCheck(cdn);
}
