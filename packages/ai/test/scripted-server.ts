import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingMessage["headers"];
	readonly body: Buffer;
	/** The body as JSON; fails on a multipart body. */
	json<T>(): T;
}

/** What to answer: a status with a JSON body, or raw text; or write it yourself. */
export type Reply =
	| { status?: number; headers?: Record<string, string>; json: unknown }
	| { status?: number; headers?: Record<string, string>; text: string };

export type Script = (
	request: SeenRequest,
	response: ServerResponse,
) => Reply | undefined | Promise<Reply | undefined>;

/**
 * An HTTP server on loopback that answers as each test says, for what a well-behaved server never
 * does: errors, broken answers, silence. A script that returns undefined leaves the caller waiting.
 */
export async function startScriptedServer(script: Script) {
	const requests: SeenRequest[] = [];
	const server = createServer((incoming, response) => {
		void readAll(incoming).then(async (body) => {
			if (body === undefined) {
				return;
			}
			const request: SeenRequest = {
				method: incoming.method ?? "",
				path: incoming.url ?? "",
				headers: incoming.headers,
				body,
				json: () => JSON.parse(body.toString("utf8")),
			};
			requests.push(request);
			const reply = await script(request, response);
			if (reply !== undefined) {
				send(response, reply);
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		baseUrl: `http://127.0.0.1:${port}/v1`,
		requests,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function send(response: ServerResponse, reply: Reply): void {
	const text = "text" in reply ? reply.text : JSON.stringify(reply.json);
	response.writeHead(reply.status ?? 200, {
		"content-type": "application/json",
		...reply.headers,
	});
	response.end(text);
}

/** Undefined when the caller hung up halfway. */
async function readAll(incoming: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of incoming) {
			chunks.push(chunk as Buffer);
		}
		return Buffer.concat(chunks);
	} catch {
		return undefined;
	}
}

/** A Responses API answer that says `text`. */
export function responseOf(text: string, usage = { input_tokens: 100, output_tokens: 20 }): Reply {
	return responseWith({ content: [{ type: "output_text", text, annotations: [] }], usage });
}

export function responseWith({
	content,
	usage = { input_tokens: 1, output_tokens: 1 },
	...rest
}: {
	content: object[];
	usage?: object;
	status?: string;
	incomplete_details?: object;
}): Reply {
	return {
		json: {
			id: "resp_1",
			object: "response",
			status: "completed",
			output: [{ id: "msg_1", type: "message", role: "assistant", status: "completed", content }],
			usage,
			...rest,
		},
	};
}
