import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { ApiError } from "./api-error.ts";
import type { OpenAiFault } from "./faults.ts";

export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: object | string;
}

async function readForm(request: IncomingMessage, body: Buffer): Promise<FormData> {
	const headers = { "content-type": request.headers["content-type"] ?? "" };
	try {
		return await new Response(new Uint8Array(body), { headers }).formData();
	} catch {
		throw new ApiError(400, "Could not parse multipart form");
	}
}

function readJson(body: Buffer): Record<string, unknown> {
	try {
		return JSON.parse(body.toString("utf8"));
	} catch {
		throw new ApiError(400, "We could not parse the JSON body of your request.");
	}
}

function formFields(form: FormData): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const [name, value] of form) {
		fields[name] = value instanceof File ? { name: value.name, sizeBytes: value.size } : value;
	}
	return fields;
}

export function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
	const text = typeof body === "string" ? body : JSON.stringify(body);
	const type = typeof body === "string" ? "text/plain" : "application/json";
	const id = { "x-request-id": `req_${randomBytes(8).toString("hex")}` };
	response.writeHead(status, { "content-type": type, ...id, ...headers }).end(text);
}

/** Does what a fault of the connection does. True when the request is over by that. */
export async function strike(fault: OpenAiFault, response: ServerResponse): Promise<boolean> {
	if (fault.kind === "slow") {
		await wait(fault.delayMs);
		return false;
	}
	if (fault.kind === "hang") {
		await once(response, "close");
		return true;
	}
	if (fault.kind === "cut") {
		response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
		response.write('{"text":', () => response.destroy());
		return true;
	}
	if (fault.kind !== "not-json") return false;
	response.writeHead(200, { "content-type": "application/json" }).end("<html>Bad gateway</html>");
	return true;
}

/** A request's content: the fields of a form, where a file stands as its name and size, or a JSON body. */
export async function readContent(
	request: IncomingMessage,
	raw: Buffer,
): Promise<{ form: FormData; body: Record<string, unknown> }> {
	const isForm = request.headers["content-type"]?.startsWith("multipart/form-data") ?? false;
	const form = isForm ? await readForm(request, raw) : new FormData();
	if (isForm) return { form, body: formFields(form) };
	return { form, body: raw.length > 0 ? readJson(raw) : {} };
}
