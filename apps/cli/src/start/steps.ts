import pc from "picocolors";
import { mark, type Output } from "../output.ts";

/** Runs the steps of a start, one line each, with how long it took. */
export type Step = <T>(
	name: string,
	work: () => Promise<T>,
	said: (result: T) => string,
) => Promise<T>;

export function createSteps(output: Output, now = () => performance.now()): Step {
	return async (name, work, said) => {
		const startedAt = now();
		const result = await work();
		const durationMs = Math.round(now() - startedAt);
		const seconds = `${(durationMs / 1000).toFixed(1)} s`;
		const message = said(result);
		if (output.isJson) output.answer({ step: name, status: "ok", message, durationMs }, "");
		else output.say(`${mark("ok", message.padEnd(58))} ${pc.dim(seconds)}`);
		return result;
	};
}
