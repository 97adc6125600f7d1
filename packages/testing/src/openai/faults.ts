import { ApiError } from "./api-error.ts";

/** What the next request meets instead of an answer. */
export type OpenAiFault =
	| { readonly kind: "rate-limit"; readonly retryAfterSeconds?: number }
	/** 429 as well, but waiting does not help: nothing left to spend. */
	| { readonly kind: "quota" }
	| { readonly kind: "server-error"; readonly status?: number }
	| { readonly kind: "slow"; readonly delayMs: number }
	/** No answer until the client gives up or the stand-in is closed. */
	| { readonly kind: "hang" }
	/** The connection ends in the middle of the answer. */
	| { readonly kind: "cut" }
	/** The answer's body is not JSON, as a proxy's error page is not. */
	| { readonly kind: "not-json" }
	// The following concern /v1/responses only.
	| { readonly kind: "refusal"; readonly text?: string }
	/** The model's text is not JSON although a schema was asked for. */
	| { readonly kind: "malformed-output" }
	/** The model's text is JSON, but not of the schema. */
	| { readonly kind: "schema-violation" }
	/** The model's text ends at the limit of tokens. */
	| { readonly kind: "incomplete" };

export interface FaultTarget {
	/** How many requests meet it. Default 1. */
	readonly times?: number;
	/** Only requests of this path, such as `/v1/responses`. Default: any. */
	readonly path?: string;
}

interface Planned {
	readonly fault: OpenAiFault;
	readonly path: string | undefined;
}

export interface FaultPlan {
	add(fault: OpenAiFault, target?: FaultTarget): void;
	/** The fault that this request meets; it is used up. */
	take(path: string): OpenAiFault | undefined;
}

export function createFaultPlan(): FaultPlan {
	const planned: Planned[] = [];
	return {
		add(fault, { times = 1, path } = {}) {
			for (let i = 0; i < times; i++) planned.push({ fault, path });
		},
		take(path) {
			const index = planned.findIndex((entry) => entry.path === undefined || entry.path === path);
			return index === -1 ? undefined : planned.splice(index, 1)[0]?.fault;
		},
	};
}

/** The error that a fault stands for, where it is one. */
export function errorOf(fault: OpenAiFault): ApiError | undefined {
	if (fault.kind === "rate-limit") {
		const headers = { "retry-after": String(fault.retryAfterSeconds ?? 1) };
		return new ApiError(429, "Rate limit reached for requests.", {
			type: "requests",
			code: "rate_limit_exceeded",
			headers,
		});
	}
	if (fault.kind === "quota") {
		const message = "You exceeded your current quota, please check your plan and billing details.";
		return new ApiError(429, message, { type: "insufficient_quota", code: "insufficient_quota" });
	}
	if (fault.kind === "server-error") {
		return new ApiError(fault.status ?? 500, "The server had an error processing your request.");
	}
	return undefined;
}
