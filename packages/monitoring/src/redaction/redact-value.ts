import { errorFields } from "./error-fields.ts";
import { redacted, redactText } from "./redact-text.ts";

const maxDepth = 12;
const maxItems = 200;

/** Names whose value is a secret, compared without case, dashes and underscores. */
const secretKeys = new Set([
	"authorization",
	"proxyauthorization",
	"cookie",
	"cookies",
	"setcookie",
	"signature",
	"sig",
	"passwd",
	"pwd",
	"xamzsignature",
	"xamzcredential",
	"xamzsecuritytoken",
	"credentials",
]);
/** "accessToken" and "csrf-token" are secrets, "inputTokens" are a number of them. */
const secretEndings = ["token", "apikey", "accesskey", "privatekey", "secretkey", "encryptionkey"];
const secretParts = ["password", "passphrase", "secret"];

export interface RedactOptions {
	/** Further names whose values are secrets. */
	readonly keys?: readonly string[];
	/** What is done to every string that is kept. */
	readonly text?: (text: string) => string;
}

/** Redacts anything that can be logged or sent. The input is left as it is. */
export function createRedactor({
	keys = [],
	text = redactText,
}: RedactOptions = {}): (value: unknown) => unknown {
	const extra = new Set(keys.map(normalize));
	return (value) => copy(value, 0, []);

	function copy(value: unknown, depth: number, ancestors: readonly object[]): unknown {
		if (typeof value === "string") {
			return text(value);
		}
		if (typeof value === "bigint" || typeof value === "symbol") {
			return String(value);
		}
		if (typeof value !== "object" || value === null) {
			return typeof value === "function" ? undefined : value;
		}
		return ancestors.includes(value)
			? "[circular]"
			: depth >= maxDepth
				? "[deeper]"
				: copyObject(value, depth, [...ancestors, value]);
	}

	function copyObject(value: object, depth: number, ancestors: readonly object[]): unknown {
		const inner = (item: unknown): unknown => copy(item, depth + 1, ancestors);
		if (value instanceof Error) {
			return inner(errorFields(value));
		}
		if (value instanceof Date) {
			return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
		}
		if (value instanceof URL) {
			return text(value.href);
		}
		if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
			return `[${value.byteLength} bytes]`;
		}
		if (Array.isArray(value) || value instanceof Set) {
			return bounded([...value]).map(inner);
		}
		return copyEntries(
			value instanceof Map || isHeaders(value) ? [...value] : ownEntries(value),
			inner,
		);
	}

	function copyEntries(
		entries: ReadonlyArray<readonly [unknown, unknown]>,
		inner: (item: unknown) => unknown,
	): object {
		return Object.fromEntries(
			bounded(entries).map(([key, value]) => {
				const name = String(key);
				const isHidden = isSecret(normalize(name)) && value !== undefined && value !== null;
				return [name, isHidden ? redacted : inner(value)];
			}),
		);
	}

	function isSecret(key: string): boolean {
		return (
			secretKeys.has(key) ||
			extra.has(key) ||
			secretEndings.some((ending) => key.endsWith(ending)) ||
			secretParts.some((part) => key.includes(part))
		);
	}
}

function isHeaders(value: object): value is Headers {
	return typeof Headers === "function" && value instanceof Headers;
}

/** A getter that throws must not take the log line with it. */
function ownEntries(value: object): Array<[string, unknown]> {
	return Object.keys(value).map((key) => {
		try {
			return [key, (value as Record<string, unknown>)[key]];
		} catch {
			return [key, "[unreadable]"];
		}
	});
}

function bounded<Item>(items: readonly Item[]): readonly Item[] {
	return items.length <= maxItems ? items : items.slice(0, maxItems);
}

function normalize(key: string): string {
	return key.toLowerCase().replace(/[^a-z0-9]/g, "");
}
