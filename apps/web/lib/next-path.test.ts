import { expect, it } from "vitest";
import { movedPath, safeNextPath, withNext } from "./next-path.ts";

it.each(["/", "/acme/videos/1?t=1m23s#c", "/invite/abc"])("keeps %s", (path) => {
	expect(safeNextPath(path)).toBe(path);
});

it.each([
	undefined,
	["/a", "/b"],
	"",
	"acme",
	"//evil.example",
	"/\\evil.example",
	"/\t/evil.example",
	"https://evil.example/",
	"javascript:alert(1)",
	"/..//evil.example",
])("does not leave the site for %j", (path) => {
	const result = safeNextPath(path);
	expect(new URL(result, "https://nuclom.invalid").origin).toBe("https://nuclom.invalid");
	expect(result.startsWith("//")).toBe(false);
});

it("adds next only where it says something", () => {
	expect(withNext("/sign-in", "/")).toBe("/sign-in");
	expect(withNext("/sign-in", "/a?b=c")).toBe("/sign-in?next=%2Fa%3Fb%3Dc");
});

it.each([
	["/blue-whale", "/whale"],
	["/blue-whale?sort=new", "/whale?sort=new"],
	["/blue-whale/videos/1?t=4s&comment=2", "/whale/videos/1?t=4s&comment=2"],
	["/blue-whale//evil.example", "/whale//evil.example"],
	["/blue-whale-2/videos/1", "/whale"],
	["", "/whale"],
])("leads from %j to %s after a rename", (path, target) => {
	expect(movedPath(path, "blue-whale", "whale")).toBe(target);
});
