import { createHash, randomBytes } from "node:crypto";

/** 192 random bits, safe in an address. */
export function newInviteToken(): string {
	return randomBytes(24).toString("base64url");
}

export function hashInviteToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}
