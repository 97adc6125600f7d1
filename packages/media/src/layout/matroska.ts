import { type FileLayout, otherLayout, type ReadAt } from "./file-layout.ts";

/** Element ids of RFC 9559 (Matroska) and RFC 8794 (EBML). */
const ids = {
	docType: 0x4282,
	segment: 0x18538067,
	info: 0x1549a966,
	duration: 0x4489,
	cues: 0x1c53bb6b,
};
const maxElements = 50_000;
const maxMasterBytes = 4096;

interface Element {
	readonly id: number;
	readonly dataStart: number;
	/** Undefined where the size is unknown, as in a live recording. */
	readonly end: number | undefined;
}

/** Walks the children of the segment: whether it has duration and cues, and is whole. */
export async function readMatroskaLayout(readAt: ReadAt, size: number): Promise<FileLayout> {
	const header = await readElement(readAt, 0);
	const base = { ...otherLayout, family: "matroska" as const };
	if (header?.end === undefined) return base;
	const brand = await textChild(readAt, header, ids.docType);
	const segment = await readElement(readAt, header.end);
	if (segment?.id !== ids.segment) return { ...base, brand, isIndexMissing: true };
	const children = await childElements(readAt, segment, size);
	const info = children.find((child) => child.id === ids.info);
	const hasDuration = info !== undefined && (await hasChild(readAt, info, ids.duration));
	return {
		...base,
		brand,
		fastStart: hasDuration && children.some((child) => child.id === ids.cues),
		endsInsideBlock: [segment, ...children].some((each) => (each.end ?? 0) > size),
	};
}

async function childElements(readAt: ReadAt, parent: Element, limit: number): Promise<Element[]> {
	const found: Element[] = [];
	const end = Math.min(parent.end ?? limit, limit);
	let position = parent.dataStart;
	while (position < end && found.length < maxElements) {
		const element = await readElement(readAt, position);
		if (element === undefined) break;
		found.push(element);
		if (element.end === undefined) break;
		position = element.end;
	}
	return found;
}

async function hasChild(readAt: ReadAt, parent: Element, id: number): Promise<boolean> {
	const limit = parent.dataStart + maxMasterBytes;
	return (await childElements(readAt, parent, limit)).some((child) => child.id === id);
}

async function textChild(readAt: ReadAt, parent: Element, id: number): Promise<string | undefined> {
	const children = await childElements(readAt, parent, parent.dataStart + maxMasterBytes);
	const child = children.find((each) => each.id === id);
	if (child?.end === undefined) return undefined;
	const text = await readAt(child.dataStart, Math.min(child.end - child.dataStart, 32));
	return text.toString("latin1").replace(/\0+$/, "");
}

async function readElement(readAt: ReadAt, position: number): Promise<Element | undefined> {
	const bytes = await readAt(position, 12);
	const idLength = variableLength(bytes[0], 4);
	if (idLength === undefined || bytes.length <= idLength) return undefined;
	const sizeLength = variableLength(bytes[idLength], 8);
	if (sizeLength === undefined || bytes.length < idLength + sizeLength) return undefined;
	const dataStart = position + idLength + sizeLength;
	const size = dataSize(bytes.subarray(idLength, idLength + sizeLength));
	return {
		id: bytes.readUIntBE(0, idLength),
		dataStart,
		end: size === undefined ? undefined : dataStart + size,
	};
}

/** EBML's variable-length integers: leading zero bits of the first byte tell the length. */
function variableLength(first: number | undefined, max: number): number | undefined {
	if (first === undefined || first === 0) return undefined;
	const length = Math.clz32(first) - 23;
	return length <= max ? length : undefined;
}

/** All value bits set means an unknown size. */
function dataSize(bytes: Buffer): number | undefined {
	const bits = BigInt(7 * bytes.length);
	const mask = (1n << bits) - 1n;
	const value = BigInt(`0x${bytes.toString("hex")}`) & mask;
	return value === mask ? undefined : Number(value);
}
