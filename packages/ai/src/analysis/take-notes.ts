import { AppError } from "@nuclom/core";
import { zodTextFormat } from "openai/helpers/zod";
import type { ParsedResponse } from "openai/resources/responses/responses";
import { type AiContext, ask } from "../context.ts";
import { outputInvalid } from "../errors.ts";
import type { Consumption } from "../pricing.ts";
import { type Notes, notesSchema } from "./schema.ts";

/** Room for thinking and for the notes; an answer that needs more is broken off. */
const maxOutputTokens = 32_000;

export interface NotesRequest {
	readonly instructions: string;
	readonly prompt: string;
}

/** One request for structured notes. Nothing is kept at the service (`store: false`). */
export async function takeNotes(
	context: AiContext,
	{ instructions, prompt }: NotesRequest,
	signal: AbortSignal,
): Promise<{ notes: Notes; consumption: Consumption }> {
	const response = await ask(context, "analysis", signal, (client) =>
		client.responses.parse(
			{
				model: context.models.analysis,
				instructions,
				input: [{ role: "user", content: prompt }],
				text: { format: zodTextFormat(notesSchema, "video_notes") },
				max_output_tokens: maxOutputTokens,
				store: false,
			},
			{ signal },
		),
	);
	return { notes: notesOf(response), consumption: consumptionOf(response) };
}

function notesOf(response: ParsedResponse<Notes>): Notes {
	if (response.output_parsed !== null) {
		return response.output_parsed;
	}
	const isFiltered = response.incomplete_details?.reason === "content_filter";
	if (isFiltered || hasRefusal(response)) {
		throw new AppError("AI_REFUSED", "The AI declined to describe this video.", {
			hint: "The transcript itself is not affected.",
		});
	}
	const reason = response.incomplete_details?.reason ?? response.error?.code ?? "no output";
	throw outputInvalid("The AI did not finish its answer.", new Error(`response: ${reason}`));
}

function hasRefusal({ output }: ParsedResponse<Notes>): boolean {
	return output.some(
		(item) => item.type === "message" && item.content.some(({ type }) => type === "refusal"),
	);
}

function consumptionOf({ usage }: ParsedResponse<Notes>): Consumption {
	return usage == null
		? {}
		: {
				inputTokens: usage.input_tokens,
				cachedInputTokens: usage.input_tokens_details?.cached_tokens ?? 0,
				outputTokens: usage.output_tokens,
			};
}
