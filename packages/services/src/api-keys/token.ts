import { createHash, randomBytes } from "node:crypto";

/** Lets scanners of leaked secrets, and people, know what they have found. */
const prefix = "nuclom_";

/** 256 random bits. */
export function newApiKey(): string {
	return `${prefix}${randomBytes(32).toString("base64url")}`;
}

/** As much as tells one key from another, and no more. */
export const hintOf = (key: string) => key.slice(0, prefix.length + 4);

/** A fast hash is enough: nobody guesses 256 bits. */
export function hashApiKey(key: string): string {
	return createHash("sha256").update(key).digest("hex");
}

/** The key in an Authorization header; undefined where there is none of ours. */
export function apiKeyFrom(authorization: string | null): string | undefined {
	const [scheme = "", token = ""] = (authorization ?? "").split(" ", 2);
	return scheme.toLowerCase() === "bearer" && token.startsWith(prefix) ? token : undefined;
}
