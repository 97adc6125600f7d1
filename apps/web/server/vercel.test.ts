// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { matchesGlob } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const app = fileURLToPath(new URL("..", import.meta.url));
const { functions } = JSON.parse(readFileSync(`${app}/vercel.json`, "utf8")) as {
	functions: Record<string, { maxDuration: number }>;
};

const routes = readdirSync(`${app}/app/api`, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith("route.ts"))
	.map((file) => `app/api/${file}`);

/** Vercel's keys are globs: brackets in one would be a class of characters. */
const limits = (route: string) =>
	Object.keys(functions)
		.filter((pattern) => matchesGlob(route, pattern))
		.map((pattern) => functions[pattern]?.maxDuration);

test("the seed's limits hold, each for exactly one mount", () => {
	expect(limits("app/api/ai/[[...rest]]/route.ts")).toEqual([30]);
	expect(limits("app/api/v1/[[...rest]]/route.ts")).toEqual([10]);
	expect(limits("app/api/v1/events/route.ts")).toEqual([300]);
});

test("every limit is about a mount that exists", () => {
	for (const pattern of Object.keys(functions)) {
		expect(routes.filter((route) => matchesGlob(route, pattern))).toHaveLength(1);
	}
});

test("a mount is a few lines", () => {
	expect(routes).toHaveLength(7);
	for (const route of routes) {
		expect(readFileSync(`${app}/${route}`, "utf8").split("\n").length).toBeLessThan(10);
	}
});
