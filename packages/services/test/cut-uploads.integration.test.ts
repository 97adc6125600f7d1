import { expect, it } from "vitest";
import { runCutUploads } from "./cut-uploads.ts";

it("finishes twenty uploads whose connections are cut anywhere, each with the right bytes", async () => {
	const { right, cuts } = await runCutUploads(20, 20_261_123);
	expect(right).toBe(20);
	expect(cuts).toBeGreaterThan(20);
});
