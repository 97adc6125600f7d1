import { InvalidArgumentError, Option } from "commander";

/** A whole number between two others, or commander's own usage error. */
export function integer(min: number, max: number) {
	return (text: string): number => {
		const value = Number(text);
		if (/^\d+$/.test(text) && value >= min && value <= max) return value;
		throw new InvalidArgumentError(`Write a whole number from ${min} to ${max}.`);
	};
}

export const jsonOption = () => new Option("--json", "answer in JSON, one object per line");

export const dataOption = () =>
	new Option(
		"--data <dir>",
		"the data folder (default: NUCLOM_DATA, else .nuclom in this repository; for root /var/lib/nuclom)",
	);
