import { type FileLayout, otherLayout, type ReadAt } from "./file-layout.ts";

/** Top-level boxes of ISO 14496-12 and QuickTime; one of them opens every MP4 and MOV. */
const knownBoxes = new Set([
	..."ftyp moov mdat free skip wide pnot udta uuid meta moof mfra sidx ssix styp emsg prft pdin".split(
		" ",
	),
]);
const maxBoxes = 20_000;

interface Box {
	readonly type: string;
	readonly start: number;
	readonly end: number;
}

/** Walks the top-level boxes: what there is, in which order, and whether the last one is whole. */
export async function readMp4Layout(readAt: ReadAt, size: number): Promise<FileLayout> {
	const boxes = await topLevelBoxes(readAt, size);
	if (boxes.length === 0) return otherLayout;
	const find = (type: string) => boxes.find((box) => box.type === type);
	const moov = find("moov");
	const mdat = find("mdat");
	const isFragmented = find("moof") !== undefined;
	const ftyp = find("ftyp");
	return {
		family: "mp4",
		brand: ftyp && (await readAt(ftyp.start + 8, 4)).toString("latin1"),
		fastStart: !isFragmented && moov !== undefined && mdat !== undefined && moov.start < mdat.start,
		isFragmented,
		isIndexMissing: moov === undefined || moov.end > size,
		endsInsideBlock: boxes.some((box) => box.end > size),
	};
}

/** Stops at the first thing that is no box: some cameras append their own data. */
async function topLevelBoxes(readAt: ReadAt, size: number): Promise<Box[]> {
	const boxes: Box[] = [];
	let start = 0;
	while (start + 8 <= size && boxes.length < maxBoxes) {
		const box = parseBox(await readAt(start, 16), start, size);
		if (box === undefined) break;
		boxes.push(box);
		start = box.end;
	}
	return boxes;
}

function parseBox(header: Buffer, start: number, size: number): Box | undefined {
	const type = header.toString("latin1", 4, 8);
	if (!knownBoxes.has(type)) return undefined;
	const short = header.readUInt32BE(0);
	if (short === 0) return { type, start, end: size };
	const isLong = short === 1;
	if (isLong && header.length < 16) return undefined;
	const length = isLong ? Number(header.readBigUInt64BE(8)) : short;
	return length < (isLong ? 16 : 8) ? undefined : { type, start, end: start + length };
}
