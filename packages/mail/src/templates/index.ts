import type { RenderedMail } from "../layout.ts";
import { memberJoined } from "./member-joined.ts";
import { resetPassword } from "./reset-password.ts";
import { verifyEmail } from "./verify-email.ts";

const templates = {
	"verify-email": verifyEmail,
	"reset-password": resetPassword,
	"member-joined": memberJoined,
};

export type TemplateName = keyof typeof templates;
export type TemplateData<Name extends TemplateName> = Parameters<(typeof templates)[Name]>[0];

/** A mail to send: a template's name with the data that it wants. */
export type MailContent = {
	[Name in TemplateName]: { readonly template: Name; readonly data: TemplateData<Name> };
}[TemplateName];

export function render({ template, data }: MailContent): RenderedMail {
	// The pair is right by MailContent's type; TypeScript loses that in the look-up.
	return (templates[template] as (data: unknown) => RenderedMail)(data);
}
