import { inWords } from "../duration.ts";
import { greeting } from "../greeting.ts";
import { type RenderedMail, renderMail } from "../layout.ts";

export interface VerifyEmailData {
	readonly name: string;
	readonly url: string;
	/** How long the link works. */
	readonly expiresInMs: number;
}

export function verifyEmail({ name, url, expiresInMs }: VerifyEmailData): RenderedMail {
	return renderMail({
		subject: "Confirm your e-mail address",
		before: [greeting(name), "Confirm that this address is yours, and you are ready to start."],
		link: { label: "Confirm address", url },
		after: [
			`The link works for ${inWords(expiresInMs)}.`,
			"If you did not sign up for Nuclom, ignore this mail: nothing happens without the link.",
		],
	});
}
