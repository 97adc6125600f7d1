import { beforeEach, describe, expect, it, vi } from "vitest";
import { createPlayer, type Player } from "./player.ts";

const film = { num: 25, den: 1 };

/** A video element whose media the test makes up: happy-dom plays nothing. */
function fakeVideo(durationSeconds = 100, readyState = 0) {
	const video = document.createElement("video");
	const facts = { duration: durationSeconds, readyState, paused: true, ended: false, error: null };
	for (const [name, value] of Object.entries(facts)) {
		Object.defineProperty(video, name, { value, writable: true, configurable: true });
	}
	Object.defineProperty(video, "buffered", { value: { length: 0 } });
	Object.defineProperty(video, "currentTime", { value: 0, writable: true });
	const set = (change: Record<string, unknown>, event: string) => {
		Object.assign(video, change);
		video.dispatchEvent(new Event(event));
	};
	vi.spyOn(video, "play").mockImplementation(async () => set({ paused: false }, "play"));
	vi.spyOn(video, "pause").mockImplementation(() => set({ paused: true }, "pause"));
	return { video, load: () => set({ readyState: 4 }, "loadedmetadata"), set };
}

describe("createPlayer", () => {
	let player: Player;
	beforeEach(() => {
		player = createPlayer({ durationMs: 90_000, rate: film, startMs: 10_000 });
	});

	it("knows time and length before there is a picture", () => {
		expect(player.snapshot()).toMatchObject({
			currentMs: 10_000,
			durationMs: 90_000,
			isAttached: false,
		});
		player.seek({ startMs: 20_000 });
		expect(player.moment()).toEqual({ startMs: 20_000, frameIndex: 500 });
	});

	it("starts where the link says, in the middle of the frame", () => {
		const { video, load } = fakeVideo();
		player.attach(video);
		expect(video.currentTime).toBe(0);
		load();
		expect(video.currentTime).toBeCloseTo(10.02, 5);
		expect(player.snapshot().durationMs).toBe(100_000);
	});

	it("goes on where it was when the address changes, playing as before", () => {
		const first = fakeVideo(100, 4);
		const detach = player.attach(first.video);
		player.setRate(1.5);
		player.play();
		first.video.currentTime = 42;
		detach();
		const second = fakeVideo();
		player.attach(second.video);
		second.load();
		expect(second.video.currentTime).toBe(42);
		expect(second.video.playbackRate).toBe(1.5);
		expect(second.video.play).toHaveBeenCalledTimes(1);
	});

	it("stays paused when it was paused", () => {
		player.attach(fakeVideo(100, 4).video)();
		const { video, load } = fakeVideo();
		player.attach(video);
		load();
		expect(video.play).not.toHaveBeenCalled();
	});

	it("steps to the middle of the neighboring frame and pauses", () => {
		const { video } = fakeVideo(100, 4);
		player.attach(video);
		player.play();
		player.stepFrames(1);
		expect(video.pause).toHaveBeenCalled();
		expect(video.currentTime).toBeCloseTo(251.5 / 25, 5);
		player.stepFrames(-2);
		expect(video.currentTime).toBeCloseTo(249.5 / 25, 5);
	});

	it("does not seek past the ends", () => {
		const { video } = fakeVideo(100, 4);
		player.attach(video);
		player.seekBy(-60_000);
		expect(video.currentTime).toBe(0);
		player.seekBy(600_000);
		expect(video.currentTime).toBe(100);
	});

	it("reports why it stopped", () => {
		const { video, set } = fakeVideo(100, 4);
		player.attach(video);
		set({ error: { code: 2 } }, "error");
		expect(player.snapshot().errorCode).toBe(2);
	});

	it("changes the speed by steps that stay in range", () => {
		for (let count = 0; count < 20; count += 1) player.changeRate(1);
		expect(player.snapshot().rate).toBe(2);
		for (let count = 0; count < 20; count += 1) player.changeRate(-1);
		expect(player.snapshot().rate).toBe(0.25);
	});

	it("tells subscribers until they leave", () => {
		const listener = vi.fn();
		const leave = player.subscribe(listener);
		player.seekBy(1000);
		leave();
		player.seekBy(1000);
		expect(listener).toHaveBeenCalledTimes(1);
	});
});
