import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** Drops a file in the middle of the page, as a person does who drags it from their desktop. */
export async function dropFile(page: Page, path: string, name: string): Promise<void> {
	const base64 = (await readFile(path)).toString("base64");
	const transfer = await page.evaluateHandle(
		async ({ base64, name }) => {
			const answer = await fetch(`data:application/octet-stream;base64,${base64}`).catch(
				() => null,
			);
			const bytes = answer
				? await answer.arrayBuffer()
				: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
			const data = new DataTransfer();
			data.items.add(new File([bytes], name, { type: "video/mp4" }));
			return data;
		},
		{ base64, name },
	);
	for (const type of ["dragenter", "dragover", "drop"]) {
		await page.dispatchEvent("body", type, { dataTransfer: transfer });
	}
}
