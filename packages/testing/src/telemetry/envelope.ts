export interface SentryItem {
	/** `event`, `transaction`, `session`, `log`, … */
	readonly type: string;
	readonly header: Readonly<Record<string, unknown>>;
	/** Parsed where it is JSON, bytes otherwise (attachments, profiles). */
	readonly payload: unknown;
}

export interface SentryEnvelope {
	readonly header: Readonly<Record<string, unknown>>;
	readonly items: readonly SentryItem[];
}

function parsePayload(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString("utf8"));
	} catch {
		return bytes;
	}
}

/**
 * Reads a Sentry envelope (https://develop.sentry.dev/sdk/data-model/envelopes/): a header line, then per item a
 * header line and a payload, which is as long as the header's `length` says or else ends with the line.
 */
export function parseEnvelope(body: Buffer): SentryEnvelope {
	let position = 0;
	const readLine = (): Buffer => {
		const end = body.indexOf(0x0a, position);
		const line = body.subarray(position, end === -1 ? body.length : end);
		position = end === -1 ? body.length : end + 1;
		return line;
	};
	const header = JSON.parse(readLine().toString("utf8"));
	const items: SentryItem[] = [];
	while (position < body.length) {
		const line = readLine();
		if (line.length === 0) continue;
		const itemHeader = JSON.parse(line.toString("utf8"));
		let payload: Buffer;
		if (typeof itemHeader.length === "number") {
			payload = body.subarray(position, position + itemHeader.length);
			position += itemHeader.length + 1;
		} else {
			payload = readLine();
		}
		items.push({ type: itemHeader.type, header: itemHeader, payload: parsePayload(payload) });
	}
	return { header, items };
}
