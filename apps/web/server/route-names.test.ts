// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOperationNamer, loadPageNamer } from "./route-names.ts";

test("a call is named by its operation, whatever ids it carries", () => {
	const name = createOperationNamer();
	expect(name("GET", "/api/v1/viewer")).toBe("viewer.get");
	expect(name("POST", "/api/v1/organizations/1/videos/2/comments")).toBe("comments.create");
	expect(name("GET", "/api/v1/organizations/1/videos/2")).toBe("videos.get");
	expect(name("DELETE", "/api/v1/viewer")).toBe("unmatched");
	expect(name("GET", "/api/v1/viewer/secret-token")).toBe("unmatched");
});

test("a page is named by the pattern that next build lists", async () => {
	const folder = await mkdtemp(join(tmpdir(), "nuclom-routes-"));
	await mkdir(join(folder, ".next"));
	const manifest = {
		staticRoutes: [{ page: "/sign-in", regex: "^/sign\\-in(?:/)?$" }],
		dynamicRoutes: [{ page: "/invite/[token]", regex: "^/invite/([^/]+?)(?:/)?$" }],
	};
	await writeFile(join(folder, ".next", "routes-manifest.json"), JSON.stringify(manifest));
	const name = await loadPageNamer(folder);
	expect(name("/sign-in")).toBe("/sign-in");
	expect(name("/invite/secret-token")).toBe("/invite/[token]");
	expect(name("/elsewhere")).toBe("unmatched");
	await rm(folder, { recursive: true });
});

test("without a build every page has the same name", async () => {
	const name = await loadPageNamer(join(tmpdir(), "nuclom-nothing-here"));
	expect(name("/sign-in")).toBe("unmatched");
});
