export type { Address } from "./address.ts";
export { mailEnv } from "./env.ts";
export { createMailer, type Mail, type Mailer, type MailerOptions } from "./mailer.ts";
export { listOutbox, type OutboxMail, readOutbox } from "./outbox.ts";
export type { MailContent, TemplateData, TemplateName } from "./templates/index.ts";
