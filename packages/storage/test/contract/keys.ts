import { describe, expect, it } from "vitest";
import { nastyKeys } from "../nasty-keys.ts";
import { newKey, putText, readText, refused, type Storage, text } from "./tools.ts";

export function describeKeys(storage: Storage): void {
	describe("keys", () => {
		it.each(nastyKeys)("refuses %s everywhere", async (_label, key) => {
			const store = storage();
			const upload = { key, storageUploadId: "0193e8a0-0000-7000-8000-000000000000" };
			const part = { ...upload, partNumber: 1, sizeBytes: 1, expiresInMs: 60_000 };
			const good = newKey();
			const works = [
				() => store.head(key),
				() => store.get(key),
				() => store.put(key, Buffer.of(1), { ...text, sizeBytes: 1 }),
				() => store.uploadFile(key, import.meta.filename, text),
				() => store.download(key, "never-written"),
				() => store.copy(key, good),
				() => store.copy(good, key),
				() => store.delete([good, key]),
				() => store.createMultipart(key, text),
				() => store.signPart(part),
				() => store.listParts(upload),
				() => store.completeMultipart({ ...upload, parts: [{ partNumber: 1, etag: "x" }] }),
				() => store.abortMultipart(upload),
				() => store.signGet(key, { expiresInMs: 60_000 }),
			];
			for (const work of works) await refused(work(), "STORAGE_KEY_INVALID");
		});

		it("takes long ones", async () => {
			const key = `${newKey("")}${Array.from({ length: 4 }, () => "x".repeat(190)).join("/")}`;
			await putText(storage(), key, "long");
			expect(await readText(storage(), key)).toBe("long");
		});
	});
}
