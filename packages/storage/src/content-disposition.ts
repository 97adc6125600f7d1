import { create } from "content-disposition";
import type { SignGetOptions } from "./types.ts";

/** What no file system or header wants in a name; the rest travels as RFC 8187 has it. */
const unwanted = /[\p{Cc}\p{Cs}/\\]/gu;

/** The Content-Disposition header that an address asks for; undefined when it asks for none. */
export function contentDisposition({
	disposition,
	fileName,
}: Pick<SignGetOptions, "disposition" | "fileName">): string | undefined {
	if (disposition === undefined && fileName === undefined) return undefined;
	const name = fileName?.replace(unwanted, "_");
	return create(name, { type: disposition ?? "inline" });
}
