import { rangeInvalid } from "../range.ts";
import type { ByteRange } from "../types.ts";

/**
 * The one range that a Range header asks for (RFC 9110 §14.1.2). Undefined when the header is to be ignored: another
 * unit, several ranges, or no sense in it; the answer is then the whole object.
 * @throws {AppError} STORAGE_RANGE_INVALID when no byte of the object is in it
 */
export function parseRange(
	header: string | undefined,
	sizeBytes: number,
): Required<ByteRange> | undefined {
	const [, first = "", last = ""] =
		/^bytes=(\d{0,16})-(\d{0,16})$/.exec(header?.trim() ?? "") ?? [];
	if (first === "" && last === "") return undefined;
	if (first === "") {
		const wanted = Math.min(Number(last), sizeBytes);
		if (wanted === 0) throw rangeInvalid(sizeBytes);
		return { start: sizeBytes - wanted, end: sizeBytes - 1 };
	}
	const start = Number(first);
	const end = last === "" ? sizeBytes - 1 : Number(last);
	if (last !== "" && end < start) return undefined;
	if (start >= sizeBytes) throw rangeInvalid(sizeBytes);
	return { start, end: Math.min(end, sizeBytes - 1) };
}
