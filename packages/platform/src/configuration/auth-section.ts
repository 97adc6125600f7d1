import type { SocialCredentials } from "@nuclom/auth";
import type { Environment } from "../environment-schema.ts";
import type { Problems } from "./problems.ts";

export interface AuthSection {
	readonly secret: string;
	readonly isEmailVerificationRequired: boolean;
	readonly social: { readonly github?: SocialCredentials; readonly google?: SocialCredentials };
	readonly attemptsPerMinute: number | undefined;
}

/** Secrets that stand in documents, ours and better-auth's. */
const published = /^(dev|staging|production|your|my|change|example|better-auth)[-_ ].*(secret|me)/i;

function checkSecret(env: Environment, problems: Problems): void {
	const secret = env.BETTER_AUTH_SECRET;
	if (!secret) problems.add("BETTER_AUTH_SECRET", "not set; it signs sessions");
	else if (env.NUCLOM_ENV === "development") return;
	else if (published.test(secret)) {
		problems.add("BETTER_AUTH_SECRET", "is an example from a document; make one of your own");
	} else if (new Set(secret).size < 10) {
		problems.add("BETTER_AUTH_SECRET", "has too few different characters to be random");
	}
}

function credentials(
	env: Environment,
	provider: "GITHUB" | "GOOGLE",
	problems: Problems,
): SocialCredentials | undefined {
	const clientId = env[`${provider}_CLIENT_ID`];
	const clientSecret = env[`${provider}_CLIENT_SECRET`];
	if (clientId && clientSecret) return { clientId, clientSecret };
	const missing = clientId ? "SECRET" : "ID";
	if (clientId || clientSecret) {
		problems.add(`${provider}_CLIENT_${missing}`, "not set, although its other half is");
	}
	return undefined;
}

export function authSection(env: Environment, problems: Problems): AuthSection {
	checkSecret(env, problems);
	const github = credentials(env, "GITHUB", problems);
	const google = credentials(env, "GOOGLE", problems);
	return {
		secret: env.BETTER_AUTH_SECRET ?? "",
		isEmailVerificationRequired: env.NUCLOM_ENV !== "development",
		social: { ...(github ? { github } : {}), ...(google ? { google } : {}) },
		attemptsPerMinute: env.AUTH_RATE_LIMIT_PER_MINUTE,
	};
}
