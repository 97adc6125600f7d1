import { describe, expect, it } from "vitest";
import type { UploadItem } from "../upload/upload-item.ts";
import { cardState } from "./video-state.ts";

const upload = (change: Partial<UploadItem>) =>
	({ state: "uploading", sizeBytes: 100, sentBytes: 62, ...change }) as UploadItem;
const uploading = { status: "uploading", progress: null } as const;

describe("cardState", () => {
	it("says nothing about a video that can be played", () => {
		expect(cardState({ status: "ready", progress: null }, undefined)).toBeNull();
	});

	it("names the step, and the percentage where it moves", () => {
		const at = (step: "queued" | "converting", ratio: number) =>
			cardState({ status: "processing", progress: { step, ratio } }, undefined);
		expect(at("queued", 0)).toMatchObject({ text: "Waiting for its turn", ratio: null });
		expect(at("converting", 0.404)).toMatchObject({
			text: "Making it playable, 40 %",
			ratio: 0.404,
		});
	});

	it("follows the upload of this window", () => {
		expect(cardState(uploading, upload({}))).toMatchObject({
			text: "Uploading, 62 %",
			ratio: 0.62,
		});
		expect(cardState(uploading, upload({ state: "paused" }))?.text).toBe("Paused at 62 %");
		expect(cardState(uploading, upload({ state: "failed" }))?.tone).toBe("danger");
	});

	it("does not make up a percentage for another window's", () => {
		expect(cardState(uploading, undefined)).toEqual({
			text: "Uploading elsewhere",
			tone: "neutral",
		});
	});

	it("asks for somebody where it failed", () => {
		expect(cardState({ status: "failed", progress: null }, undefined)?.text).toBe("Needs you");
	});
});
