import { expect, it } from "vitest";
import { readAviLayout } from "./avi.ts";
import type { ReadAt } from "./file-layout.ts";
import { readMatroskaLayout } from "./matroska.ts";
import { readMp4Layout } from "./mp4.ts";

const readAt =
	(bytes: Buffer): ReadAt =>
	async (position, length) =>
		bytes.subarray(position, position + length);
const box = (type: string, payload: Buffer | number, claimed?: number) => {
	const body = typeof payload === "number" ? Buffer.alloc(payload) : payload;
	const head = Buffer.alloc(8);
	head.writeUInt32BE(claimed ?? body.length + 8);
	head.write(type, 4, "latin1");
	return Buffer.concat([head, body]);
};
const ftyp = box("ftyp", Buffer.from("isom\0\0\0\0"));
const mp4 = (...boxes: Buffer[]) => {
	const bytes = Buffer.concat(boxes);
	return readMp4Layout(readAt(bytes), bytes.length);
};

it("tells an index in front from one behind", async () => {
	expect(await mp4(ftyp, box("moov", 20), box("mdat", 50))).toMatchObject({
		family: "mp4",
		brand: "isom",
		fastStart: true,
		endsInsideBlock: false,
	});
	expect((await mp4(ftyp, box("mdat", 50), box("moov", 20))).fastStart).toBe(false);
});

it("sees what is missing", async () => {
	expect(await mp4(ftyp, box("mdat", 50))).toMatchObject({ isIndexMissing: true });
	expect(await mp4(ftyp, box("moov", 20, 999))).toMatchObject({ isIndexMissing: true });
	expect(await mp4(ftyp, box("moov", 20), box("mdat", 50, 9999))).toMatchObject({
		endsInsideBlock: true,
		isIndexMissing: false,
	});
});

it("sees fragments, a last box without a length, and foreign bytes at the end", async () => {
	expect(await mp4(ftyp, box("moov", 9), box("moof", 9), box("mdat", 9))).toMatchObject({
		isFragmented: true,
		fastStart: false,
	});
	expect(await mp4(ftyp, box("moov", 9), box("mdat", 9, 0))).toMatchObject({
		fastStart: true,
		endsInsideBlock: false,
	});
	const junk = Buffer.from("SAMSUNG-TRAILER!");
	expect((await mp4(ftyp, box("moov", 9), box("mdat", 9), junk)).endsInsideBlock).toBe(false);
});

it("does not loop on a box of no length, nor believe a text", async () => {
	expect((await mp4(ftyp, box("free", 8, 4), box("moov", 9))).isIndexMissing).toBe(true);
	expect((await mp4(Buffer.from("<!doctype html><html></html>"))).family).toBe("other");
});

const element = (id: string, body: Buffer, size?: string) =>
	Buffer.concat([
		Buffer.from(id, "hex"),
		Buffer.from(size ?? (0x10000000 + body.length).toString(16).padStart(8, "0"), "hex"),
		body,
	]);
const header = element("1a45dfa3", element("4282", Buffer.from("webm")));
const info = element("1549a966", element("4489", Buffer.alloc(8)));
const cluster = element("1f43b675", Buffer.alloc(40));
const cues = element("1c53bb6b", Buffer.alloc(10));
const webm = (segment: Buffer) => {
	const bytes = Buffer.concat([header, segment]);
	return readMatroskaLayout(readAt(bytes), bytes.length);
};

it("finds duration and cues of a WebM", async () => {
	const whole = element("18538067", Buffer.concat([info, cluster, cues]));
	expect(await webm(whole)).toMatchObject({
		family: "matroska",
		brand: "webm",
		fastStart: true,
		endsInsideBlock: false,
	});
	const noCues = element("18538067", Buffer.concat([info, cluster]));
	expect((await webm(noCues)).fastStart).toBe(false);
});

it("takes a live WebM as it is, and one that was cut as cut", async () => {
	const live = element("18538067", Buffer.concat([info, cluster]), "01ffffffffffffff");
	expect(await webm(live)).toMatchObject({ fastStart: false, endsInsideBlock: false });
	const cut = element("18538067", Buffer.concat([info, cluster, cues]));
	expect((await webm(cut.subarray(0, -30))).endsInsideBlock).toBe(true);
});

it("reads the length of an AVI, where it says one", () => {
	const avi = (length: number) => {
		const head = Buffer.from("RIFF\0\0\0\0AVI ", "latin1");
		head.writeUInt32LE(length, 4);
		return head;
	};
	expect(readAviLayout(avi(992), 1000).endsInsideBlock).toBe(false);
	expect(readAviLayout(avi(2000), 1000).endsInsideBlock).toBe(true);
	expect(readAviLayout(avi(0), 1000).endsInsideBlock).toBe(false);
});
