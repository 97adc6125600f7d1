import { AppError } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { exitCodes } from "../exit-codes.ts";
import { mark, type Output } from "../output.ts";
import { createUploadMemory, memoryFolder } from "./kept-upload.ts";
import { createProgress, type ProgressStream } from "./progress.ts";
import { createSender, type Sender } from "./put-part.ts";
import { sendFile } from "./send-file.ts";
import { connect, type Server } from "./server.ts";
import { openSource } from "./source.ts";
import { formatBytes } from "./words.ts";

export interface UploadOptions {
	readonly serverUrl: string;
	readonly apiKey: string;
	readonly files: readonly string[];
	readonly title?: string;
	readonly parallel: number;
	readonly environment: EnvironmentSource;
}

interface Run extends UploadOptions {
	readonly server: Server;
	readonly sender: Sender;
	readonly signal: AbortSignal;
	readonly stream: ProgressStream;
	readonly output: Output;
}

const quiet: ProgressStream = { write: () => undefined };

/** The first Ctrl-C ends the work in order; a second one ends the process. */
function interruption(): { signal: AbortSignal; [Symbol.dispose](): void } {
	const controller = new AbortController();
	const stop = () => controller.abort();
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
	for (const name of signals) process.once(name, stop);
	const forget = () => {
		for (const name of signals) process.off(name, stop);
	};
	return { signal: controller.signal, [Symbol.dispose]: forget };
}

async function sendOne(run: Run, file: string): Promise<void> {
	const { server, environment, output, stream, signal, sender, parallel, title } = run;
	await using source = await openSource(file);
	const { name, path, facts } = source;
	const { sizeBytes } = facts;
	const place = { server: server.url, organizationId: server.organization.id, path };
	const memory = createUploadMemory(memoryFolder(environment), place);
	const progress = createProgress({ stream, name, sizeBytes });
	try {
		const { videoId, keptBytes } = await sendFile({
			...{ server, sender, source, parallel, signal, memory },
			...(title === undefined ? {} : { title }),
			tell: (text) => progress.tell(mark("warn", text)),
			onKept(bytes) {
				if (bytes > 0) progress.tell(`${name}: ${formatBytes(bytes)} are there already.`);
				progress.keep(bytes);
			},
			onSent: (bytes) => progress.add(bytes),
			onTrouble: ({ message }) => progress.tell(mark("warn", `${message} Trying again.`)),
		});
		progress.end();
		const url = `${server.url}/${server.organization.slug}/videos/${videoId}`;
		const answer = { status: "ok", file, videoId, url, sizeBytes, keptBytes };
		output.answer(answer, `${mark("ok", `${name} is sent:`)} ${url}`);
	} finally {
		progress.end();
	}
}

function reportFailure(output: Output, file: string, error: unknown): void {
	if (!output.isJson || !AppError.isInstance(error)) {
		output.error(error);
		return;
	}
	const { code, message, hint = null } = error;
	output.answer({ status: "error", file, error: { code, message, hint } }, "");
}

/** Sends the files one after another; one that fails does not hold up the next. */
async function sendAll(run: Run): Promise<number> {
	let failed = 0;
	for (const file of run.files) {
		try {
			await sendOne(run, file);
		} catch (error) {
			run.signal.throwIfAborted();
			failed += 1;
			reportFailure(run.output, file, error);
			// With a key that works no more, none of the others would arrive.
			if (AppError.isInstance(error) && error.code === "UNAUTHENTICATED") break;
		}
	}
	return failed > 0 ? exitCodes.failure.code : exitCodes.ok.code;
}

/** Resolves to the exit code: 0 all sent, 1 some not, 130 interrupted. */
export async function runUpload(options: UploadOptions, output: Output): Promise<number> {
	using interrupted = interruption();
	const { signal } = interrupted;
	const sender = createSender(options.parallel);
	const stream = output.isJson ? quiet : process.stderr;
	try {
		const server = await connect(options.serverUrl, options.apiKey, signal);
		return await sendAll({ ...options, server, sender, signal, stream, output });
	} catch (error) {
		if (signal.aborted) {
			const text = "Interrupted. The same command goes on where this one stopped.";
			stream.write(`${mark("warn", text)}\n`);
			return exitCodes.interrupted.code;
		}
		output.error(error);
		return exitCodes.failure.code;
	} finally {
		sender.close();
	}
}
