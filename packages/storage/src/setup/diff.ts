import { type Settings, settingsOf } from "./flatten.ts";

/** One line of a difference, as `diff` writes it. */
export interface DiffLine {
	readonly sign: "+" | "-" | " ";
	readonly text: string;
}

interface Rule {
	readonly ID?: string | undefined;
}

const nameOf = (rule: Rule) => rule.ID ?? "(a rule without an id)";

function lines(sign: DiffLine["sign"], settings: Settings): DiffLine[] {
	return [...settings].map(([name, value]) => ({ sign, text: `  ${name}: ${value}` }));
}

function whole(sign: DiffLine["sign"], rule: Rule): DiffLine[] {
	return [{ sign, text: nameOf(rule) }, ...lines(sign, settingsOf(rule))];
}

/** A rule that stays under its id: what stays of it, what goes and what comes. */
function changed(before: Rule, after: Rule): DiffLine[] {
	const [old, next] = [settingsOf(before), settingsOf(after)];
	const names = [...new Set([...old.keys(), ...next.keys()])].toSorted();
	const body = names.flatMap((name): DiffLine[] => {
		const [from, to] = [old.get(name), next.get(name)];
		if (from === to) return [{ sign: " ", text: `  ${name}: ${to}` }];
		return [
			...(from === undefined ? [] : [{ sign: "-" as const, text: `  ${name}: ${from}` }]),
			...(to === undefined ? [] : [{ sign: "+" as const, text: `  ${name}: ${to}` }]),
		];
	});
	return [{ sign: " ", text: nameOf(after) }, ...body];
}

/** Rules of others, and ours that stay as they are, are named in one line. */
function kept(rule: Rule): DiffLine[] {
	return [{ sign: " ", text: `${nameOf(rule)}  (stays)` }];
}

/** The difference between two lists of rules, rule by rule. */
export function diffRules<T extends Rule>(
	before: readonly T[],
	after: readonly T[],
	isSame: (one: T, other: T) => boolean,
): DiffLine[] {
	const stays = (rule: T) => before.some((one) => isSame(one, rule));
	const former = (rule: T) =>
		before.find((one) => one.ID === rule.ID && !after.some((other) => isSame(one, other)));
	const news = after.flatMap((rule) => {
		if (stays(rule)) return kept(rule);
		const old = former(rule);
		return old ? changed(old, rule) : whole("+", rule);
	});
	const gone = before.filter(
		(rule) => !after.some((one) => isSame(one, rule) || one.ID === rule.ID),
	);
	return [...news, ...gone.flatMap((rule) => whole("-", rule))];
}
