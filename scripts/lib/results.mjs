// Adds up what every package's vitest runs have written to test-results/<kind>.json.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const kinds = ["unit", "integration", "browser"];

const rooms = () =>
	["apps", "packages"].flatMap((floor) =>
		readdirSync(join(root, floor)).map((room) => join(root, floor, room)),
	);

const fileOf = (room, kind) => join(room, "test-results", `${kind}.json`);

/** Forgets former runs. The unit tests' results come back from turbo's cache with their tasks. */
export function clearResults() {
	for (const room of rooms()) rmSync(join(room, "test-results"), { recursive: true, force: true });
}

/** A file that failed before any of its tests could: it counts as one. */
const isBrokenFile = ({ status, assertionResults }) =>
	status === "failed" && assertionResults.every((test) => test.status !== "failed");

/** @returns {{ passed: number, failed: number, skipped: number }} */
export function sumResults() {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const room of rooms()) {
		for (const kind of kinds) {
			if (!existsSync(fileOf(room, kind))) continue;
			const result = JSON.parse(readFileSync(fileOf(room, kind), "utf8"));
			total.passed += result.numPassedTests;
			total.failed += result.numFailedTests;
			total.failed += result.testResults.filter(isBrokenFile).length;
			total.skipped += result.numPendingTests + result.numTodoTests;
		}
	}
	return total;
}
