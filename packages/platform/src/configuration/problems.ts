import { AppError } from "@nuclom/core";
import { examples } from "./examples.ts";

export interface Problem {
	readonly variable: string;
	/** What is wrong, as a clause; never the value. */
	readonly problem: string;
}

/** Collects what is wrong, so that it can be reported at once. */
export interface Problems {
	add(variable: string, problem: string): void;
	readonly found: readonly Problem[];
}

export function collectProblems(start: readonly Problem[]): Problems {
	const found = [...start];
	return {
		add(variable, problem) {
			// The first problem of a variable is the one to mend first.
			if (!found.some((known) => known.variable === variable)) found.push({ variable, problem });
		},
		found,
	};
}

function line({ variable, problem }: Problem): string {
	const example = examples[variable];
	return `  ${variable}: ${problem}${example ? `\n      for example ${variable}=${example}` : ""}`;
}

/** One error for all problems, each with its variable, what is wrong and an example. */
export function configurationError(problems: readonly Problem[]): AppError {
	const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
	const lines = problems.map(line).join("\n");
	return new AppError("CONFIG_INVALID", `The configuration has ${count}:\n${lines}`, {
		hint: "Every variable is described in .env.example.",
		data: { problems },
	});
}
