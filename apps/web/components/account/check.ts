import type { SubmitProblem } from "../../lib/use-submit.ts";

/** Shorter ones are refused by the server too; asking there would cost a round trip. */
const minPasswordLength = 10;

export function checkEmail(email: string): SubmitProblem<"email"> | undefined {
	return /^[^\s@]+@[^\s@]+$/.test(email)
		? undefined
		: { field: "email", message: "Write your e-mail address." };
}

export function checkNewPassword(password: string): SubmitProblem<"password"> | undefined {
	return [...password].length >= minPasswordLength
		? undefined
		: { field: "password", message: `Use at least ${minPasswordLength} characters.` };
}
