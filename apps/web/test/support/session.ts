import { openAsBlob } from "node:fs";
import { type ApiClient, createApiClient } from "@nuclom/api/client";
import type { BrowserContext } from "playwright-core";

export interface Credentials {
	readonly email: string;
	readonly password: string;
}

/** A person who is signed in without a form: for what stands before the thing that is tested. */
export interface Session {
	readonly api: ApiClient;
	/** Makes a browser's context this person's. */
	enter(context: BrowserContext): Promise<void>;
}

async function post(baseUrl: string, path: string, body: object): Promise<Response> {
	const headers = { "content-type": "application/json", origin: baseUrl };
	const response = await fetch(`${baseUrl}/api/auth${path}`, {
		method: "POST",
		headers,
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${path} answered ${response.status}`);
	return response;
}

function sessionOf(baseUrl: string, response: Response): Session {
	const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
	const headers = { cookie: pairs.join("; "), origin: baseUrl };
	const cookies = pairs.map((pair) => {
		const split = pair.indexOf("=");
		return { name: pair.slice(0, split), value: pair.slice(split + 1), url: baseUrl };
	});
	return {
		api: createApiClient({ baseUrl: `${baseUrl}/api`, headers: () => headers }),
		enter: (context) => context.addCookies(cookies),
	};
}

export async function signUpBefore(
	baseUrl: string,
	person: Credentials & { readonly name: string },
): Promise<Session> {
	return sessionOf(baseUrl, await post(baseUrl, "/sign-up/email", person));
}

export async function signInBefore(baseUrl: string, person: Credentials): Promise<Session> {
	return sessionOf(baseUrl, await post(baseUrl, "/sign-in/email", person));
}

/** The mail with the way to a new password, which the outbox keeps. */
export async function askForPassword(baseUrl: string, email: string): Promise<void> {
	await post(baseUrl, "/request-password-reset", { email, redirectTo: "/reset-password" });
}

interface SmallFile {
	readonly path: string;
	/** As the library shows it, too. */
	readonly fileName: string;
}

/** Sends a file of one part; resolves to the video's id. */
export async function sendFile(
	{ api }: Session,
	baseUrl: string,
	organizationId: string,
	{ path, fileName }: SmallFile,
): Promise<string> {
	const body = await openAsBlob(path, { type: "video/mp4" });
	const { size: sizeBytes, type: contentType } = body;
	const file = { fileName, sizeBytes, contentType };
	const { uploadId, videoId } = await api.uploads.create({ organizationId, ...file });
	const signed = await api.uploads.signParts({ organizationId, uploadId, partNumbers: [1] });
	const part = signed.parts[0];
	if (!part) throw new Error("No place was given for the part.");
	const { headers } = part;
	const response = await fetch(new URL(part.url, baseUrl), { method: "PUT", headers, body });
	if (!response.ok) throw new Error(`The store answered ${response.status}`);
	const parts = [{ partNumber: 1, etag: response.headers.get("etag") ?? "" }];
	await api.uploads.complete({ organizationId, uploadId, parts });
	return videoId;
}
