import { inWords } from "../duration.ts";
import { greeting } from "../greeting.ts";
import { type RenderedMail, renderMail } from "../layout.ts";

export interface ResetPasswordData {
	readonly name: string;
	readonly url: string;
	/** How long the link works. */
	readonly expiresInMs: number;
}

export function resetPassword({ name, url, expiresInMs }: ResetPasswordData): RenderedMail {
	return renderMail({
		subject: "Reset your password",
		before: [greeting(name), "Someone asked for a new password for your Nuclom account."],
		link: { label: "Choose a new password", url },
		after: [
			`The link works once, for ${inWords(expiresInMs)}.`,
			"If that was not you, ignore this mail: your password stays as it is.",
		],
	});
}
