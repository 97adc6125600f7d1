import OpenAI from "openai";

const openAiUrl = "https://api.openai.com/v1";

export interface ClientConfig {
	readonly apiKey: string | undefined;
	readonly baseUrl: string | undefined;
	readonly maxRetries: number;
	readonly timeoutMs: number;
}

/**
 * The SDK's client, told everything, because what it is not told it reads from process.env.
 * Its own log stays off: at "debug" it would print bodies.
 */
export function createClient({ apiKey, baseUrl, maxRetries, timeoutMs }: ClientConfig): OpenAI {
	return new OpenAI({
		apiKey: apiKey ?? "none",
		adminAPIKey: null,
		organization: null,
		project: null,
		webhookSecret: null,
		baseURL: baseUrl ?? openAiUrl,
		maxRetries,
		timeout: timeoutMs,
		logLevel: "off",
		// A server without keys may refuse a bearer token that it does not know.
		...(apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
	});
}
