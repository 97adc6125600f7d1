import { type ApiClient, createApiClient } from "@nuclom/api/client";
import type { DemoPerson } from "./people.ts";

/** A person of the demo, signed in, speaking HTTP like any other client. */
export interface DemoSession {
	readonly api: ApiClient;
	readonly baseUrl: string;
}

function cookieOf(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}

/** Signs up, or in where the account is there from an earlier start. */
export async function demoSession(baseUrl: string, person: DemoPerson): Promise<DemoSession> {
	const post = (path: string, body: object) =>
		fetch(`${baseUrl}/api/auth${path}`, {
			method: "POST",
			headers: { "content-type": "application/json", origin: baseUrl },
			body: JSON.stringify(body),
		});
	const { email, password } = person;
	const signedIn = await post("/sign-in/email", { email, password });
	const response = signedIn.ok ? signedIn : await post("/sign-up/email", { ...person });
	if (!response.ok) throw new Error(`The demo login could not be made (${response.status}).`);
	const headers = { cookie: cookieOf(response), origin: baseUrl };
	const api = createApiClient({ baseUrl: `${baseUrl}/api`, headers: () => headers });
	return { api, baseUrl };
}
