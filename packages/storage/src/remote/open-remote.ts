import type { LookupFunction } from "node:net";
import { AppError } from "@nuclom/core";
import { Agent, type Dispatcher, request } from "undici";
import { remoteFileName } from "./file-name.ts";
import { createCheckedLookup, type Resolve } from "./lookup.ts";
import { readBody } from "./read-body.ts";
import { isWebPage, remoteError, remoteRefused, remoteTooLarge } from "./remote-errors.ts";
import { parseRemoteUrl } from "./remote-url.ts";

/** How far a server may go with us. */
export interface RemoteLimits {
	/** Hosts that may be anywhere, on any port. The operator's word, never a user's. */
	readonly privateHosts?: readonly string[];
	readonly resolve?: Resolve;
	/** Until all headers are there. Default 30 s. */
	readonly headersTimeoutMs?: number;
	/** Without a byte. Default 60 s. */
	readonly silenceMs?: number;
	/** In each such stretch of waiting, `leastBytes` must come. Default 60 s. */
	readonly windowMs?: number;
	/** Default 64 KiB: 1 KiB/s would take a night for what is not worth it. */
	readonly leastBytes?: number;
}

export interface OpenRemoteOptions extends RemoteLimits {
	readonly maxBytes: number;
	readonly signal: AbortSignal;
}

/** A file on another server, about to be read. */
export interface RemoteFile extends AsyncDisposable {
	/** Null where the server does not say. */
	readonly sizeBytes: number | null;
	readonly contentType: string | null;
	readonly fileName: string | null;
	/** To be read once. @throws {AppError} from its iterator */
	readonly body: AsyncIterable<Buffer>;
}

const mostRedirects = 5;
const connectTimeoutMs = 10_000;
const silenceDefaultMs = 60_000;

function createAgent(options: OpenRemoteOptions, lookup: LookupFunction): Agent {
	return new Agent({
		connect: { lookup, timeout: connectTimeoutMs },
		headersTimeout: options.headersTimeoutMs ?? 30_000,
		bodyTimeout: options.silenceMs ?? silenceDefaultMs,
		maxHeaderSize: 16 * 1024,
		allowH2: false,
		pipelining: 1,
	});
}

const headers = {
	accept: "video/*,*/*;q=0.1",
	"accept-encoding": "identity",
	"user-agent": "Nuclom",
};

async function follow(first: URL, agent: Agent, options: OpenRemoteOptions) {
	const { privateHosts = [], signal } = options;
	let url = first;
	for (let redirects = 0; ; redirects += 1) {
		const response = await request(url, { dispatcher: agent, headers, signal });
		const { statusCode, headers: answered } = response;
		const { location } = answered;
		if (statusCode < 300 || statusCode >= 400 || location === undefined) return { url, response };
		response.body.on("error", () => undefined).destroy();
		if (redirects === mostRedirects) {
			throw new AppError("REMOTE_ADDRESS_REFUSED", "This address leads from one to another.", {
				hint: "Use the address of the video file itself.",
			});
		}
		url = parseRemoteUrl(String(location), privateHosts, url);
	}
}

function assertFile({ statusCode, headers: answered }: Dispatcher.ResponseData, maxBytes: number) {
	if (statusCode !== 200) throw remoteRefused(statusCode);
	const type = answered["content-type"]?.toString().split(";")[0]?.trim().toLowerCase() ?? null;
	if (type === "text/html" || type === "application/xhtml+xml") throw isWebPage();
	const encoding = answered["content-encoding"]?.toString().toLowerCase() ?? "identity";
	if (encoding !== "identity") {
		throw new AppError("REMOTE_UNAVAILABLE", "The other server sends the file compressed.", {
			hint: "Upload it from your own machine.",
			isRetryable: false,
		});
	}
	const length = answered["content-length"];
	const sizeBytes = length === undefined ? null : Number(length);
	if (sizeBytes !== null && sizeBytes > maxBytes) throw remoteTooLarge(maxBytes);
	return { contentType: type, sizeBytes };
}

/**
 * Opens a file on another server by its address. Goes nowhere but to the public internet, whatever names resolve to
 * and wherever redirects lead (five at most); uses no proxy and no credentials.
 * @throws {AppError} REMOTE_ADDRESS_REFUSED, REMOTE_UNAVAILABLE, REMOTE_TIMED_OUT, UPLOAD_TOO_LARGE, MEDIA_NOT_A_VIDEO
 */
export async function openRemote(text: string, options: OpenRemoteOptions): Promise<RemoteFile> {
	const { privateHosts = [], maxBytes, windowMs = 60_000, leastBytes = 64 * 1024 } = options;
	const first = parseRemoteUrl(text, privateHosts);
	const agent = createAgent(options, createCheckedLookup(privateHosts, options.resolve));
	try {
		const { url, response } = await follow(first, agent, options);
		response.body.on("error", () => undefined);
		const facts = assertFile(response, maxBytes);
		return {
			...facts,
			fileName: remoteFileName(url, response.headers["content-disposition"]?.toString()),
			body: readBody(response.body, { maxBytes, windowMs, leastBytes }),
			[Symbol.asyncDispose]: () => agent.destroy(),
		};
	} catch (error) {
		await agent.destroy();
		options.signal.throwIfAborted();
		throw remoteError(error);
	}
}
