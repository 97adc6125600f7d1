import { describe, expect, it } from "vitest";
import { bringsFiles, takeFiles } from "./dropped-files.ts";
import { isVideoFile } from "./video-files.ts";

interface Entry {
	readonly name: string;
	readonly fullPath: string;
	readonly isDirectory: boolean;
	readonly isFile: boolean;
}

const fileEntry = (path: string): Entry & { file: (take: (file: File) => void) => void } => ({
	name: path.split("/").at(-1) ?? "",
	...{ fullPath: path, isDirectory: false, isFile: true },
	file: (take) => take(new File(["x"], path.split("/").at(-1) ?? "")),
});

function folderEntry(path: string, children: readonly object[]) {
	return {
		name: path.split("/").at(-1) ?? "",
		...{ fullPath: path, isDirectory: true, isFile: false },
		createReader: () => {
			const left = [[...children], []];
			return { readEntries: (take: (entries: object[]) => void) => take(left.shift() ?? []) };
		},
	};
}

const item = (entry: Entry) => ({
	kind: "file",
	getAsFile: () => (entry.isFile ? new File(["x"], entry.name) : null),
	webkitGetAsEntry: () => entry,
});

function drop(items: object[]): Event {
	const event = new DragEvent("drop");
	Object.defineProperty(event, "dataTransfer", { value: { items, files: [], types: ["Files"] } });
	return event;
}
const names = ({ files }: { files: readonly { file: File }[] }) =>
	files.map(({ file }) => file.name);

describe("takeFiles", () => {
	it("takes files, whatever they are, and every video of a folder", async () => {
		const footage = folderEntry("/footage", [
			fileEntry("/footage/b.mov"),
			fileEntry("/footage/notes.txt"),
			fileEntry("/footage/._b.mov"),
			folderEntry("/footage/day 2", [fileEntry("/footage/day 2/c.MKV")]),
		]);
		const taken = await takeFiles(drop([item(fileEntry("/a.bin")), item(footage)]));
		expect(names(taken)).toEqual(["a.bin", "b.mov", "c.MKV"]);
		expect(taken.emptyFolders).toEqual([]);
	});

	it("names a folder that has no video", async () => {
		const folder = folderEntry("/papers", [fileEntry("/papers/notes.txt")]);
		const taken = await takeFiles(drop([item(folder)]));
		expect(taken).toEqual({ files: [], emptyFolders: ["papers"] });
	});

	it("ignores text that is dragged along", async () => {
		const taken = await takeFiles(drop([{ kind: "string" }, item(fileEntry("/a.mp4"))]));
		expect(names(taken)).toEqual(["a.mp4"]);
	});

	it("takes what is pasted", async () => {
		const event = new Event("paste");
		const clipboardData = { items: [item(fileEntry("/a.mp4"))], files: [], types: ["Files"] };
		Object.defineProperty(event, "clipboardData", { value: clipboardData });
		expect(names(await takeFiles(event))).toEqual(["a.mp4"]);
	});
});

it("knows a drag of files from one of text", () => {
	expect(bringsFiles({ types: ["Files"] } as unknown as DataTransfer)).toBe(true);
	expect(bringsFiles({ types: ["text/plain"] } as unknown as DataTransfer)).toBe(false);
	expect(bringsFiles(null)).toBe(false);
});

it.each([
	["a.mp4", "", true],
	["A.MXF", "", true],
	["a", "video/webm", true],
	["a.txt", "text/plain", false],
	["._a.mp4", "", false],
])("%s of type %j is a video: %s", (name, type, isVideo) => {
	expect(isVideoFile({ name, type })).toBe(isVideo);
});
