import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listenOnLoopback } from "../http-server.ts";
import { ApiError } from "./api-error.ts";
import { type Answer, readContent, send, strike } from "./exchange.ts";
import { createFaultPlan, errorOf, type FaultTarget, type OpenAiFault } from "./faults.ts";
import { extractiveResponder, modelAnswer, type Responder, readModelRequest } from "./responses.ts";
import { createRecognizer } from "./speech.ts";
import { readTranscriptionRequest, transcriptionAnswer } from "./transcriptions.ts";

export interface OpenAiStandInOptions {
	/** The only key that is accepted. Default: a random one. */
	readonly apiKey?: string;
	/** Ids that `/v1/models` lists. Default `gpt-transcribe` and `gpt-5`. Any model may be used. */
	readonly models?: readonly string[];
	/** The model's words. Default: extracts of the prompt that fit the schema. */
	readonly respond?: Responder;
}

export interface RecordedRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** JSON, or a form's fields, where a file stands as its name and size. */
	readonly body: Readonly<Record<string, unknown>>;
}

export interface OpenAiStandIn extends AsyncDisposable {
	/** `http://127.0.0.1:port/v1`, as OPENAI_BASE_URL has it. */
	readonly baseUrl: string;
	readonly apiKey: string;
	/** Every request with the right key, oldest first, those that met a fault included. */
	readonly requests: readonly RecordedRequest[];
	failNext(fault: OpenAiFault, target?: FaultTarget): void;
	close(): Promise<void>;
}

/**
 * A stand-in for OpenAI's hosted API, written from its public documentation: `POST /v1/audio/transcriptions` (real
 * offline recognition of English by pocketsphinx), `POST /v1/responses` (no model: extracts of the prompt, or what
 * `respond` makes) and `GET /v1/models`. It proves how the product speaks to the API, not how good a model is.
 */
export async function startOpenAiStandIn(
	options: OpenAiStandInOptions = {},
): Promise<OpenAiStandIn> {
	const apiKey = options.apiKey ?? `sk-test-${randomBytes(12).toString("hex")}`;
	const models = options.models ?? ["gpt-transcribe", "gpt-5"];
	const respond = options.respond ?? extractiveResponder;
	const requests: RecordedRequest[] = [];
	const faults = createFaultPlan();
	const recognize = createRecognizer();

	async function answer(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<Answer | undefined> {
		const { pathname: path } = new URL(request.url ?? "/", "http://stand-in");
		const raw = await buffer(request);
		if (request.headers.authorization !== `Bearer ${apiKey}`) {
			throw new ApiError(401, "Incorrect API key provided.", { code: "invalid_api_key" });
		}
		const { form, body } = await readContent(request, raw);
		const { method = "GET", headers } = request;
		requests.push({ method, path, headers, body });
		const fault = faults.take(path);
		const error = fault && errorOf(fault);
		if (error) throw error;
		if (fault && (await strike(fault, response))) return undefined;
		return { status: 200, body: await route(`${method} ${path}`, form, body, fault) };
	}

	async function route(
		operation: string,
		form: FormData,
		body: Record<string, unknown>,
		fault: OpenAiFault | undefined,
	): Promise<object | string> {
		if (operation === "GET /v1/models") {
			const data = models.map((id) => ({ id, object: "model", created: 0, owned_by: "stand-in" }));
			return { object: "list", data };
		}
		if (operation === "POST /v1/audio/transcriptions") {
			return transcriptionAnswer(await readTranscriptionRequest(form), recognize);
		}
		if (operation === "POST /v1/responses") {
			return modelAnswer(readModelRequest(body), respond, randomBytes(12).toString("hex"), fault);
		}
		throw new ApiError(404, `Unknown request URL: ${operation}.`, { code: "unknown_url" });
	}

	const server = await listenOnLoopback((request, response) => {
		answer(request, response).then(
			(value) => value && send(response, value),
			(error: unknown) => {
				const known = error instanceof ApiError ? error : new ApiError(500, String(error));
				send(response, { status: known.status, headers: known.headers, body: known.toBody() });
			},
		);
	});
	return {
		baseUrl: `${server.origin}/v1`,
		apiKey,
		requests,
		failNext: faults.add,
		close: server.close,
		[Symbol.asyncDispose]: server.close,
	};
}
