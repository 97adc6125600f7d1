import type { ObjectProperties } from "../types.ts";

type Metadata = Readonly<Record<string, string>>;

function map(metadata: Metadata, name: (text: string) => string, value: (text: string) => string) {
	return Object.fromEntries(Object.entries(metadata).map(([k, v]) => [name(k), value(v)]));
}

const toKebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const toCamel = (name: string) =>
	name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function decode(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		// Written by another program.
		return value;
	}
}

/** As headers carry it: names in lower case with dashes, values in ASCII with escapes. */
export function toHeaders(metadata: Metadata = {}): Record<string, string> {
	return map(metadata, toKebab, (value) =>
		value.replace(/[^\x21-\x24\x26-\x7e]+/gu, encodeURIComponent),
	);
}

export function fromHeaders(metadata: Metadata = {}): Record<string, string> {
	return map(metadata, toCamel, decode);
}

/** The part of a command's input that describes an object. */
export function propertiesInput({ contentType, metadata, cacheControl }: ObjectProperties) {
	return {
		ContentType: contentType,
		Metadata: toHeaders(metadata),
		...(cacheControl === undefined ? {} : { CacheControl: cacheControl }),
	};
}
