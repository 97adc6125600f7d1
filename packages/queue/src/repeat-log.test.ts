import { fixedClock, silentLogger } from "@nuclom/core";
import { expect, it } from "vitest";
import { createRepeatLog } from "./repeat-log.ts";

it("says the same thing once per half minute, with the number of repeats", () => {
	const lines: unknown[] = [];
	const clock = fixedClock("2026-11-23T00:00:00Z");
	const logger = {
		...silentLogger,
		warn: (fields: object, text: string) => lines.push([text, fields]),
	};
	const log = createRepeatLog(logger, clock);
	for (let second = 0; second < 31; second += 1) {
		log.warn("ECONNREFUSED", { code: "ECONNREFUSED" }, "Trouble.");
		clock.advance(1000);
	}
	log.warn("other", {}, "Other trouble.");
	expect(lines).toEqual([
		["Trouble.", { code: "ECONNREFUSED" }],
		["Trouble.", { code: "ECONNREFUSED", repeated: 29 }],
		["Other trouble.", {}],
	]);
});
