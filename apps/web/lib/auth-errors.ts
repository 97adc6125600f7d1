/** What better-auth's client answers with when a call failed. */
export interface AuthFailure {
	readonly code?: string | undefined;
	readonly message?: string | undefined;
	readonly status: number;
}

export interface AuthErrorDescription {
	readonly message: string;
	/** The field that the message belongs to; the whole form when there is none. */
	readonly field?: "name" | "email" | "password" | "currentPassword";
}

const known: Record<string, AuthErrorDescription> = {
	INVALID_EMAIL_OR_PASSWORD: { message: "The e-mail or the password is wrong." },
	INVALID_EMAIL: { message: "This is not an e-mail address.", field: "email" },
	USER_ALREADY_EXISTS: {
		message: "There is an account with this e-mail already. Sign in instead.",
		field: "email",
	},
	USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: {
		message: "There is an account with this e-mail already. Sign in instead.",
		field: "email",
	},
	PASSWORD_TOO_SHORT: { message: "Use at least 10 characters.", field: "password" },
	PASSWORD_TOO_LONG: { message: "Use at most 128 characters.", field: "password" },
	INVALID_PASSWORD: { message: "This is not your current password.", field: "currentPassword" },
	EMAIL_NOT_VERIFIED: { message: "Confirm your e-mail first: we have sent you the link again." },
	INVALID_TOKEN: { message: "This link has been used or is too old. Ask for a new one." },
	TOKEN_EXPIRED: { message: "This link is too old. Ask for a new one." },
	SESSION_EXPIRED: { message: "You have been signed out. Sign in again." },
	CREDENTIAL_ACCOUNT_NOT_FOUND: {
		message: "You sign in without a password. Choose one by “Forgot it?” on the sign-in page.",
	},
	FAILED_TO_CREATE_USER: { message: "The account could not be created. Try again." },
};

/** Words for a failed sign-in, sign-up or change of password. */
export function describeAuthFailure({ code, status }: AuthFailure): AuthErrorDescription {
	const description = code ? known[code] : undefined;
	if (description) return description;
	if (status === 429) return { message: "Too many tries. Wait a minute, then try again." };
	if (status === 0)
		return { message: "The server did not answer. Check the connection and try again." };
	return { message: "That did not work, and nothing was changed. Try again." };
}
