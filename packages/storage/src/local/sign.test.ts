import { describe, expect, it } from "vitest";
import { createSigner } from "./sign.ts";

const signer = createSigner("a secret for tests alone");
const grant = {
	key: "a/b",
	storageUploadId: "u",
	partNumber: 3,
	sizeBytes: 7,
	expiresAtMs: 1000,
};
const refusal = (code: string) => expect.objectContaining({ code });

describe("signed addresses", () => {
	it("carry a part's grant", () => {
		const query = new URLSearchParams(signer.partQuery(grant));
		expect(signer.readPartGrant("a/b", `${query}`, 999)).toEqual(grant);
		const withMd5 = { ...grant, contentMd5: "1B2M2Y8AsgTpgAmY7PhCfg==" };
		const other = new URLSearchParams(signer.partQuery(withMd5));
		expect(signer.readPartGrant("a/b", `${other}`, 999)).toEqual(withMd5);
	});

	it("carry a reader's grant", () => {
		const read = { key: "a/b", expiresAtMs: 1000 };
		const full = {
			...{ ...read, disposition: "attachment" as const },
			...{ fileName: 'a&b="ü".mp4', contentType: "video/mp4" },
		};
		for (const one of [read, full]) {
			const query = new URLSearchParams(signer.readQuery(one));
			expect(signer.readReadGrant("a/b", `${query}`, 999)).toEqual(one);
		}
	});

	it("expire at the very moment, and a false one is false first", () => {
		const query = new URLSearchParams(signer.partQuery(grant));
		const at = (nowMs: number) => () => signer.readPartGrant("a/b", `${query}`, nowMs);
		expect(at(1000)).toThrow(refusal("STORAGE_URL_EXPIRED"));
		query.set("expires", "9999");
		expect(at(1000)).toThrow(refusal("STORAGE_SIGNATURE_INVALID"));
	});

	it.each([
		["upload", "v"],
		["part", "4"],
		["size", "8"],
		["expires", "1001"],
		["md5", "x"],
		["signature", ""],
		["signature", "AAAA"],
		["signature", "A".repeat(43)],
	])("are refused when %s becomes %j", (name, value) => {
		const query = new URLSearchParams(signer.partQuery(grant));
		query.set(name, value);
		expect(() => signer.readPartGrant("a/b", `${query}`, 0)).toThrow(
			refusal("STORAGE_SIGNATURE_INVALID"),
		);
	});

	it("hold for one key, one method and one secret", () => {
		const query = new URLSearchParams(signer.partQuery(grant));
		const wrong = refusal("STORAGE_SIGNATURE_INVALID");
		expect(() => signer.readPartGrant("a/c", `${query}`, 0)).toThrow(wrong);
		expect(() => signer.readReadGrant("a/b", `${query}`, 0)).toThrow(wrong);
		const other = createSigner("another secret for tests");
		expect(() => other.readPartGrant("a/b", `${query}`, 0)).toThrow(wrong);
	});
});
