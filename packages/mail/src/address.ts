import { AppError } from "@nuclom/core";

export interface Address {
	readonly name?: string;
	readonly address: string;
}

// One mailbox, nothing that could end a header or start another recipient. What lies beyond this
// only the receiving server knows.
const mailbox = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u;
const withName = /^([^<>]*)<([^<>]*)>$/;
const control = /\p{Cc}/u;

/** True for `a@b.example` and for `Ann <a@b.example>`. */
export function isAddress(text: string): boolean {
	return read(text) !== undefined;
}

/**
 * Reads one address. Never a list: a comma in a form field does not become a second recipient.
 * @throws AppError INPUT_INVALID for anything else, line breaks above all.
 */
export function parseAddress(input: string | Address): Address {
	const address = typeof input === "string" ? read(input) : checked(input);
	if (address) return address;
	throw new AppError("INPUT_INVALID", "This is not an e-mail address.", {
		hint: "Write it as name@example.com.",
	});
}

function read(text: string): Address | undefined {
	const parts = withName.exec(text);
	return checked(parts ? { name: parts[1] ?? "", address: parts[2] ?? "" } : { address: text });
}

function checked({ name, address }: Address): Address | undefined {
	if (!mailbox.test(address) || address.length > 254 || control.test(name ?? "")) return undefined;
	const plain = name?.trim().replace(/^"(.*)"$/, "$1");
	return plain ? { name: plain, address } : { address };
}

/** @throws AppError INPUT_INVALID when a value that goes into a header has a line break in it. */
export function oneLine(value: string): string {
	if (!control.test(value)) return value;
	throw new AppError("INPUT_INVALID", "A name must not contain line breaks or control characters.");
}
