import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";

function watched(isTTY: boolean) {
	let nowMs = 0;
	const written: string[] = [];
	const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
	const progress = createProgress({
		...{ stream, name: "clip.mp4", sizeBytes: 1_000_000_000, now: () => nowMs },
	});
	const after = (ms: number) => {
		nowMs += ms;
	};
	return { progress, written, after };
}

test("moves one line on a terminal, with speed and time left, and wipes it at the end", () => {
	const { progress, written, after } = watched(true);
	progress.keep(500_000_000);
	after(1000);
	progress.add(25_000_000);
	progress.end();
	const line = "clip.mp4  52 %  525 MB of 1.0 GB  25 MB/s  19 s left";
	expect(written).toEqual([line, "\r\u001b[K"]);
});

test("writes whole lines, now and then, where there is no terminal", () => {
	const { progress, written, after } = watched(false);
	for (let second = 0; second < 60; second += 1) {
		after(1000);
		progress.add(10_000_000);
	}
	progress.end();
	expect(written).toEqual([
		"clip.mp4  30 %  300 MB of 1.0 GB  10 MB/s  1 min left\n",
		"clip.mp4  60 %  600 MB of 1.0 GB  10 MB/s  40 s left\n",
	]);
});

test("takes back what must be sent again", () => {
	const { progress, written, after } = watched(true);
	progress.add(200_000_000);
	progress.add(-200_000_000);
	after(1000);
	progress.add(100_000_000);
	expect(written[0]).toMatch(/^clip\.mp4 {2}10 % /);
});
