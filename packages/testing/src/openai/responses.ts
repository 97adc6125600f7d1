import { invalidRequest } from "./api-error.ts";
import { extractiveAnswer } from "./extractive-answer.ts";
import type { OpenAiFault } from "./faults.ts";
import { type JsonSchema, requireStrict } from "./schema.ts";

/** What a responder sees of a request to /v1/responses. */
export interface ModelRequest {
	readonly model: string;
	readonly instructions: string;
	/** All text of the input, one message after the other. */
	readonly prompt: string;
	/** Missing when plain text was asked for. */
	readonly schema?: JsonSchema;
	readonly schemaName?: string;
	/** The whole body. */
	readonly body: Readonly<Record<string, unknown>>;
}

/** Makes the model's answer: an object for a schema, text otherwise. */
export type Responder = (request: ModelRequest) => unknown;

interface InputMessage {
	readonly content?: string | readonly { readonly text?: string }[];
}

function textOf(input: unknown): string {
	if (typeof input === "string") return input;
	if (!Array.isArray(input)) throw invalidRequest("Missing required parameter: 'input'.", "input");
	return (input as InputMessage[])
		.map(({ content = "" }) =>
			typeof content === "string" ? content : content.map(({ text = "" }) => text).join("\n"),
		)
		.join("\n");
}

interface TextFormat {
	readonly type?: string;
	readonly name?: string;
	readonly schema?: JsonSchema;
	readonly strict?: boolean | null;
}

function formatOf(body: Readonly<Record<string, unknown>>): TextFormat {
	const text = body.text as { readonly format?: TextFormat } | null | undefined;
	const format = text?.format ?? { type: "text" };
	if (format.type !== "json_schema") return format;
	if (!format.name)
		throw invalidRequest("Missing required parameter: 'text.format.name'.", "text.format.name");
	if (format.schema?.type !== "object") {
		throw invalidRequest("Invalid schema: the root must be an object.", "text.format.schema");
	}
	if (format.strict) requireStrict(format.schema);
	return format;
}

/** Checks a request as the API does. Throws ApiError 400. */
export function readModelRequest(body: Readonly<Record<string, unknown>>): ModelRequest {
	if (typeof body.model !== "string") {
		throw invalidRequest("Missing required parameter: 'model'.", "model");
	}
	if (body.stream) throw invalidRequest("This stand-in does not stream.", "stream");
	const format = formatOf(body);
	return {
		model: body.model,
		instructions: typeof body.instructions === "string" ? body.instructions : "",
		prompt: textOf(body.input),
		...(format.schema ? { schema: format.schema, schemaName: format.name ?? "" } : {}),
		body,
	};
}

/** The answer where no other is given: extracts for a schema, the first sentences otherwise. */
export const extractiveResponder: Responder = ({ prompt, schema }) =>
	schema ? extractiveAnswer(prompt, schema) : prompt.replace(/\s+/g, " ").slice(0, 400);

function outputText(request: ModelRequest, respond: Responder, fault?: OpenAiFault): string {
	if (fault?.kind === "schema-violation") return JSON.stringify({ unexpected: true });
	const answer = respond(request);
	const text = typeof answer === "string" ? answer : JSON.stringify(answer);
	const isHalf = fault?.kind === "malformed-output" || fault?.kind === "incomplete";
	return isHalf ? text.slice(0, Math.max(1, Math.floor(text.length / 2))) : text;
}

// A rule of thumb of OpenAI's: four characters of English are a token.
const tokens = (text: string): number => Math.ceil(text.length / 4);

function usageOf(request: ModelRequest, output: string) {
	const input = tokens(request.instructions) + tokens(request.prompt);
	return {
		input_tokens: input,
		input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
		output_tokens: tokens(output),
		output_tokens_details: { reasoning_tokens: 0 },
		total_tokens: input + tokens(output),
	};
}

/** The body of an answer of /v1/responses. */
export function modelAnswer(
	request: ModelRequest,
	respond: Responder,
	id: string,
	fault?: OpenAiFault,
) {
	const refusal =
		fault?.kind === "refusal" ? (fault.text ?? "I'm sorry, I cannot help with that.") : undefined;
	const text = refusal ?? outputText(request, respond, fault);
	const isIncomplete = fault?.kind === "incomplete";
	const status = isIncomplete ? "incomplete" : "completed";
	const part =
		refusal === undefined
			? { type: "output_text", text, annotations: [], logprobs: [] }
			: { type: "refusal", refusal };
	const message = { id: `msg_${id}`, type: "message", role: "assistant", status, content: [part] };
	return {
		id: `resp_${id}`,
		object: "response",
		created_at: Math.floor(Date.now() / 1000),
		status,
		error: null,
		incomplete_details: isIncomplete ? { reason: "max_output_tokens" } : null,
		instructions: request.body.instructions ?? null,
		metadata: {},
		model: request.model,
		output: [message],
		parallel_tool_calls: true,
		temperature: 1,
		text: request.body.text ?? { format: { type: "text" } },
		tool_choice: "auto",
		tools: [],
		top_p: 1,
		usage: usageOf(request, text),
	};
}
