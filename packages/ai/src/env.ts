import { z } from "zod";

export const defaultTranscriptionModel = "gpt-transcribe";
/** OpenAI's balanced model of October 2026; structured outputs, $1 / $5 per million tokens. */
export const defaultAnalysisModel = "gpt-6.1-terra";

/** The variables of this package. Reads nothing: platform passes process.env in. */
export const aiEnv = z.object({
	OPENAI_API_KEY: z
		.string()
		.min(1)
		.optional()
		.describe("Key of the AI service. With neither key nor OPENAI_BASE_URL the AI is off."),
	OPENAI_BASE_URL: z
		.url({ protocol: /^https?$/ })
		.optional()
		.describe("Any OpenAI-compatible server, with its version, as in http://127.0.0.1:8080/v1."),
	OPENAI_TRANSCRIPTION_MODEL: z.string().min(1).default(defaultTranscriptionModel),
	OPENAI_ANALYSIS_MODEL: z.string().min(1).default(defaultAnalysisModel),
});
