import { z } from "zod";
import { isAddress } from "./address.ts";

/** Without SMTP_URL mail goes to the outbox, which platform allows in development only. */
export const mailEnv = z.object({
	SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
	/** `Nuclom <hello@example.com>` or the address alone. */
	MAIL_FROM: z
		.string()
		.refine(isAddress, "An address, or a name and an address in angle brackets")
		.optional(),
});
