import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

export interface RawAnswer {
	readonly status: number | undefined;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

interface RawRequest {
	readonly method?: string;
	/** Sent as it is: fetch would resolve `..` and refuse odd characters. */
	readonly path: string;
	readonly headers?: Record<string, string | number>;
	readonly body?: Buffer | string;
}

export async function sendRaw(origin: string, options: RawRequest): Promise<RawAnswer> {
	const { hostname, port } = new URL(origin);
	const { body, ...rest } = options;
	const sending = request({ hostname, port, ...rest });
	sending.end(body);
	const [response] = (await once(sending, "response")) as [IncomingMessage];
	const { statusCode: status, headers } = response;
	return { status, headers, body: await text(response) };
}
