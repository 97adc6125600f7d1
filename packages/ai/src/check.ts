import { AppError } from "@nuclom/core";
import { z } from "zod";
import { type AiContext, ask } from "./context.ts";
import { outputInvalid, purposes } from "./errors.ts";

const timeoutMs = 5_000;
const modelList = z.array(z.object({ id: z.string() }));

/** See Ai.check. */
export async function check(context: AiContext): Promise<void> {
	const { data } = await ask(context, "check", undefined, (client) =>
		client.models.list({ timeout: timeoutMs, maxRetries: 0 }),
	);
	const models = modelList.safeParse(data);
	if (!models.success) {
		throw outputInvalid("The AI service sent no list of models.", models.error);
	}
	const ids = new Set(models.data.map(({ id }) => id));
	for (const purpose of ["transcription", "analysis"] as const) {
		const model = context.models[purpose];
		if (!ids.has(model)) {
			throw new AppError("AI_NOT_CONFIGURED", `The AI service offers no model "${model}".`, {
				hint: `Set ${purposes[purpose]} to a model that it offers.`,
			});
		}
	}
}
