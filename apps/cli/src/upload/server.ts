import { type ApiClient, createApiClient } from "@nuclom/api/client";
import { AppError } from "@nuclom/core";
import { errorFromAnswer, noAnswer } from "./answers.ts";
import { patiently } from "./patiently.ts";

/** A Nuclom that files are sent to, by a key that works there. */
export interface Server {
	readonly api: ApiClient;
	readonly url: string;
	/** The one that the key reaches. */
	readonly organization: { readonly id: string; readonly slug: string; readonly name: string };
}

const answerWithinMs = 60_000;

function movedTo(url: string, response: Response): AppError {
	const to = response.headers.get("location") ?? "another address";
	return new AppError("SERVER_UNREACHABLE", `${url} sends everybody to ${to}.`, {
		hint: "Use that address as --url.",
		isRetryable: false,
	});
}

/** Turns whatever is no answer of our API into an AppError; never follows a redirect, which would lose the body. */
function apiFetch(url: string, signal: AbortSignal): typeof fetch {
	return async (input, init) => {
		const within = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
		let response: Response;
		try {
			response = await fetch(input, { ...init, redirect: "manual", signal: within });
		} catch (error) {
			signal.throwIfAborted();
			throw noAnswer(url, error);
		}
		const { status, headers } = response;
		if (status >= 300 && status < 400) throw movedTo(url, response);
		const isJson = headers.get("content-type")?.includes("json") ?? false;
		if (response.ok && isJson) return response;
		const text = await response.text().catch(() => "");
		throw errorFromAnswer({ status, header: (name) => headers.get(name), text }, url);
	};
}

/**
 * Finds out whether the key works, and for which organization.
 * @throws {AppError} UNAUTHENTICATED, SERVER_UNREACHABLE
 */
export async function connect(url: string, apiKey: string, signal: AbortSignal): Promise<Server> {
	const api = createApiClient({
		baseUrl: `${url}/api`,
		headers: () => ({ authorization: `Bearer ${apiKey}` }),
		fetch: apiFetch(url, signal),
	});
	const viewer = await patiently(() => api.viewer.get(), { signal, isOnlyWhenAsked: true });
	const [organization] = viewer.organizations;
	if (!organization) {
		throw new AppError("ORGANIZATION_NOT_FOUND", "This key's person is in no organization.", {
			hint: "Make a new key in the settings of the organization.",
		});
	}
	return { api, url, organization };
}
