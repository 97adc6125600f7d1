import type { ErrorEvent } from "@sentry/node";
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
	return { method, url: url?.replace(/[?#].*$/s, "") };
}
