import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@nuclom/core";
import { assertKey } from "../keys.ts";
import type { LocalServing, LocalStorage } from "../local/create-local-storage.ts";
import { answerError } from "./answer-error.ts";
import { getObject } from "./get-object.ts";
import { putPart } from "./put-part.ts";

/** One request, once its address is understood. */
export interface Exchange {
	readonly serving: LocalServing;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly key: string;
	/** Behind the question mark, as it came. */
	readonly query: string;
}

export interface StorageHttpHandlerOptions {
	/** Where the handler is mounted; the same as in `createLocalStorage`. */
	readonly pathPrefix?: string;
}

/**
 * Answers come from people's files: a browser must neither guess their type nor run anything in them.
 * `'self'` lets an image or a video be opened in a tab of its own.
 */
const contentPolicy =
	"default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

function methodNotAllowed(): AppError {
	return new AppError("BAD_REQUEST", "This method is not known here.", {
		hint: "Parts are PUT, objects are read by GET or HEAD.",
	});
}

async function answer(exchange: Exchange): Promise<void> {
	const { request, response } = exchange;
	switch (request.method) {
		case "GET":
		case "HEAD":
			return getObject(exchange);
		case "PUT":
			return putPart(exchange);
		default:
			response.setHeader("allow", "GET, HEAD, PUT");
			answerError(exchange, methodNotAllowed(), 405);
	}
}

/**
 * Answers the local driver's signed addresses on a plain Node server: parts by PUT, objects by GET and HEAD with
 * ranges. Bytes go straight between socket and disk. Gives false when the address is not below `pathPrefix`; errors
 * are answered, never thrown. Timeouts are the server's: set `requestTimeout: 0` and cut silent senders.
 */
export function createStorageHttpHandler(
	{ serving }: LocalStorage,
	{ pathPrefix = "/storage" }: StorageHttpHandlerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
	return async (request, response) => {
		// Taken as it came: a URL parser would resolve `..` before we see it.
		const [path = "", query = ""] = (request.url ?? "").split("?", 2);
		if (!path.startsWith(`${pathPrefix}/`)) return false;
		const key = path.slice(pathPrefix.length + 1);
		response.setHeader("x-content-type-options", "nosniff");
		response.setHeader("content-security-policy", contentPolicy);
		const exchange = { serving, request, response, key, query };
		try {
			assertKey(key);
			await answer(exchange);
		} catch (error) {
			answerError(exchange, error);
		}
		return true;
	};
}
