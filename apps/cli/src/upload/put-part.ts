import http from "node:http";
import https from "node:https";
import { type Readable, Transform } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { AppError } from "@nuclom/core";
import { errorFromAnswer, noAnswer } from "./answers.ts";

interface PutOptions {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly sizeBytes: number;
	readonly body: Readable;
	readonly signal: AbortSignal;
	/** Called with each piece that leaves. */
	readonly onSent: (bytes: number) => void;
}

export interface Sender {
	/** Sends one part, once; resolves to its ETag. @throws {AppError} */
	put(options: PutOptions): Promise<string>;
	close(): void;
}

/** A connection on which nothing moves for this long is given up. */
const silenceMs = 45_000;

function counting(onSent: (bytes: number) => void): Transform {
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			onSent(chunk.length);
			done(null, chunk);
		},
	});
}

/**
 * PUTs over plain node:http, whose streams tell how far a body is and hold it back when the network does.
 * fetch tells nothing of a body that it sends.
 */
export function createSender(parallel: number): Sender {
	const settings = { keepAlive: true, maxSockets: parallel };
	const agents = { http: new http.Agent(settings), https: new https.Agent(settings) };

	function answerTo({ url, headers, sizeBytes, body, signal, onSent }: PutOptions) {
		const isSecure = url.protocol === "https:";
		const request = (isSecure ? https : http).request(url, {
			method: "PUT",
			headers: { ...headers, "content-length": sizeBytes },
			agent: isSecure ? agents.https : agents.http,
			timeout: silenceMs,
			signal,
		});
		request.once("timeout", () => request.destroy(new Error("nothing moved for 45 seconds")));
		return new Promise<http.IncomingMessage>((resolve, reject) => {
			// A refusal may come before the body has left; it says more than the broken pipe that follows.
			request.once("response", resolve);
			request.on("error", reject);
			pipeline(body, counting(onSent), request).catch(reject);
		});
	}

	return {
		async put(options) {
			const { url, body, signal } = options;
			try {
				const response = await answerTo(options);
				const said = await text(response);
				const { statusCode: status = 0, headers } = response;
				if (status === 200 && headers.etag) return headers.etag;
				const header = (name: string) => headers[name]?.toString();
				throw errorFromAnswer({ status, header, text: said }, `The store at ${url.origin}`);
			} catch (error) {
				signal.throwIfAborted();
				throw AppError.isInstance(error) ? error : noAnswer(`The store at ${url.origin}`, error);
			} finally {
				body.destroy();
			}
		},
		close() {
			agents.http.destroy();
			agents.https.destroy();
		},
	};
}
