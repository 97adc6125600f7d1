import { newId } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { nastyKeys } from "../test/nasty-keys.ts";
import { assertKey, assertPrefix, isKey, videoKeys, videoPrefix } from "./keys.ts";

const refusal = expect.objectContaining({ code: "STORAGE_KEY_INVALID" });

describe("keys", () => {
	it.each(nastyKeys)("refuse %s", (_label, key) => {
		expect(() => assertKey(key)).toThrow(refusal);
	});

	it.each(["a", "a/b", "_a-b.c=d", "videos/x/y.tar.gz", "0".repeat(200), "a-/b"])(
		"allow %j",
		(key) => {
			expect(isKey(key)).toBe(true);
		},
	);

	it.each([undefined, null, 1, {}])("are text, not %j", (key) => {
		expect(isKey(key)).toBe(false);
	});

	it.each(["", "a", "a/", "a/b.", "a/b"])("may begin with %j", (prefix) => {
		expect(() => assertPrefix(prefix)).not.toThrow();
	});

	it.each(["/", "a//", "../", "a/../", "a\0"])("never begin with %j", (prefix) => {
		expect(() => assertPrefix(prefix)).toThrow(refusal);
	});
});

describe("videoKeys", () => {
	const [organizationId, videoId, versionId, artifactId] = [newId(), newId(), newId(), newId()];
	const ids = { organizationId, videoId, versionId };

	it.each(["source", "playable", "poster", "thumbnail", "speech", "captions"] as const)(
		"makes the key of a %s from ids alone",
		(kind) => {
			const key = videoKeys(ids)[kind](artifactId, "mp4");
			const folder = `videos/${organizationId}/${videoId}/${versionId}`;
			expect(key).toBe(`${folder}/${kind}/${artifactId}/${kind}.mp4`);
			expect(isKey(key)).toBe(true);
			expect(key.startsWith(videoKeys(ids).prefix)).toBe(true);
			expect(key.startsWith(videoPrefix(ids))).toBe(true);
			expect(key.startsWith(videoPrefix({ organizationId }))).toBe(true);
		},
	);

	it.each(["", "MP4", "mp4/x", "../x", "my file", "longer-than"])(
		"takes no extension %j",
		(extension) => {
			expect(() => videoKeys(ids).source(artifactId, extension)).toThrow(refusal);
		},
	);

	it.each(["organizationId", "videoId", "versionId"] as const)(
		"takes only a UUID as %s",
		(name) => {
			for (const value of ["", "..", "x/y", newId().toUpperCase()]) {
				expect(() => videoKeys({ ...ids, [name]: value })).toThrow(refusal);
			}
		},
	);

	it("takes only a UUID as artifact id", () => {
		expect(() => videoKeys(ids).poster("poster", "jpg")).toThrow(refusal);
	});
});
