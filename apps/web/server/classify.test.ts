// @vitest-environment node
import { expect, test } from "vitest";
import { classify, responseKind } from "./classify.ts";

test.each([
	["/", "page"],
	["/acme/videos/01939b5c", "page"],
	["/storage/videos/a/b.mp4", "storage"],
	["/storage", "storage"],
	["/storages", "page"],
	["/api/v1/viewer", "api"],
	["/api/ai/analyze", "api"],
	["/api/auth/sign-in/email", "auth"],
	["/api/authors", "api"],
	["/api", "api"],
	["/apis", "page"],
	["/api/health", "health"],
	["/api/health/live", "live"],
	["/api/health/ready", "ready"],
	["/api/health/else", "api"],
	["/metrics", "metrics"],
	["/metrics/more", "page"],
	["/_next/static/chunks/a.js", "asset"],
	["/favicon.ico", "asset"],
	["/acme/release-1.2", "page"],
])("%s is for %s", (path, target) => {
	expect(classify(path)).toBe(target);
});

test("only pages get a page's policy", () => {
	expect(responseKind("page")).toBe("page");
	expect(responseKind("asset")).toBe("asset");
	expect(responseKind("storage")).toBe("data");
	expect(responseKind("metrics")).toBe("data");
});
