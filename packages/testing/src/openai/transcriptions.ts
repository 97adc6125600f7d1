import { ApiError, invalidRequest } from "./api-error.ts";
import { type HeardSpeech, NotAudioError } from "./speech.ts";
import { briefAnswer, verboseAnswer } from "./transcription-answer.ts";

/** "Maximum content size limit (26214400) exceeded" is what the API says above 25 MiB. */
const maxBytes = 26_214_400;

export interface TranscriptionRequest {
	readonly model: string;
	readonly format: string;
	readonly granularities: readonly string[];
	readonly file: { readonly name: string; readonly bytes: Buffer };
}

/** Reads the form as the API does. Throws ApiError 400 or 413. */
export async function readTranscriptionRequest(form: FormData): Promise<TranscriptionRequest> {
	const model = form.get("model");
	const file = form.get("file");
	const format = String(form.get("response_format") ?? "json");
	if (typeof model !== "string")
		throw invalidRequest("you must provide a model parameter", "model");
	if (!(file instanceof File)) throw invalidRequest("you must provide a file", "file");
	if (file.size > maxBytes) {
		throw new ApiError(413, `Maximum content size limit (${maxBytes}) exceeded`);
	}
	const isKnown = ["json", "text", "verbose_json"].includes(format);
	// Only whisper-1 gives timings; models of other makers, behind the same API, are not judged.
	const isRefused = format === "verbose_json" && model.startsWith("gpt-");
	if (!isKnown || isRefused) {
		const message = `response_format '${format}' is not compatible with model '${model}'`;
		throw invalidRequest(message, "response_format");
	}
	const granularities = form.getAll("timestamp_granularities[]").map(String);
	const bytes = Buffer.from(await file.arrayBuffer());
	return { model, format, granularities, file: { name: file.name, bytes } };
}

/** The answer in the form asked for. Throws ApiError 400 when the file holds no sound. */
export async function transcriptionAnswer(
	request: TranscriptionRequest,
	recognize: (audio: Buffer) => Promise<HeardSpeech>,
): Promise<object | string> {
	const speech = await recognize(request.file.bytes).catch((error: unknown) => {
		if (!(error instanceof NotAudioError)) throw error;
		throw invalidRequest("Audio file might be corrupted or unsupported", "file");
	});
	if (request.format === "verbose_json") return verboseAnswer(speech, request.granularities);
	const brief = briefAnswer(speech);
	return request.format === "text" ? `${brief.text}\n` : brief;
}
