import { join } from "node:path";
import type { MailerOptions } from "@nuclom/mail";
import type { Environment } from "../environment-schema.ts";
import type { Problems } from "./problems.ts";

export type MailSection = MailerOptions["transport"];

/** Development keeps its mail in an outbox that a page shows; elsewhere people wait for it. */
export function mailSection(env: Environment, dataDir: string, problems: Problems): MailSection {
	const { SMTP_URL: url, MAIL_FROM: from, NUCLOM_ENV: name } = env;
	if (name !== "development" && !url) {
		problems.add("SMTP_URL", `not set; in ${name} e-mail addresses must be verified by mail`);
	}
	if (url && !from) problems.add("MAIL_FROM", "not set, although SMTP_URL is");
	if (url) return { kind: "smtp", url, from: from ?? "" };
	return {
		kind: "outbox",
		dir: join(dataDir, "outbox"),
		from: from ?? "Nuclom <nuclom@localhost.localdomain>",
	};
}
