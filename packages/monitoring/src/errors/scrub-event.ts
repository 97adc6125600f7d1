import type { ErrorEvent, NodeOptions } from "@sentry/node";
import { redactPersonalText } from "../redaction/redact-text.ts";
import { createRedactor } from "../redaction/redact-value.ts";

const redact = createRedactor({ text: redactPersonalText });

/**
 * What leaves the machine: no cookies, bodies, addresses of people or of machines, no query
 * strings with signatures, and every text without secrets and e-mail addresses.
 */
export function scrubEvent(event: ErrorEvent): ErrorEvent {
	const { request, user, server_name: _, breadcrumbs: __, ...rest } = event;
	return redact({
		...rest,
		...(request === undefined ? {} : { request: onlyAddress(request) }),
		// The id is one of our own; name, e-mail and IP address are the person's.
		...(user?.id === undefined ? {} : { user: { id: user.id } }),
	}) as ErrorEvent;
}

function onlyAddress({ method, url }: NonNullable<ErrorEvent["request"]>): object {
	return { method, url: url === undefined ? undefined : withoutQuery(url) };
}

type StreamedSpan = Parameters<NonNullable<NodeOptions["beforeSendSpan"]>>[0];

/** A step of a trace: its times and names, without queries in addresses and without secrets. */
export function scrubSpan(span: StreamedSpan): StreamedSpan {
	const attributes = Object.entries(span.attributes).filter(
		([name]) => !/query|fragment/.test(name),
	);
	return redact({
		...span,
		name: withoutQuery(span.name),
		attributes: Object.fromEntries(
			attributes.map(([name, value]) => [
				name,
				typeof value === "string" ? withoutQuery(value) : value,
			]),
		),
	}) as StreamedSpan;
}

function withoutQuery(text: string): string {
	return /^\S*[?#]/.test(text.replace(/^[A-Z]+ /, "")) ? text.replace(/[?#].*$/s, "") : text;
}
