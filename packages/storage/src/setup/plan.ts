import type { CORSRule, LifecycleRule } from "@aws-sdk/client-s3";
import { type DiffLine, diffRules } from "./diff.ts";
import { isSameRule } from "./flatten.ts";
import { conflictOf, doesSame } from "./lifecycle-rules.ts";
import { ownPrefix } from "./wanted.ts";

/** A rule of somebody else that would harm what Nuclom stores. */
export interface RuleConflict {
	readonly id: string;
	/** As a sentence. */
	readonly reason: string;
}

/** One kind of rules: what is there, what shall be there. */
export interface RulePlan<T> {
	readonly before: readonly T[];
	readonly after: readonly T[];
	readonly isDifferent: boolean;
	readonly diff: readonly DiffLine[];
}

export interface SetupPlan {
	readonly cors: RulePlan<CORSRule>;
	readonly lifecycle: RulePlan<LifecycleRule>;
	/** They are left out of `lifecycle.after`. */
	readonly conflicts: readonly RuleConflict[];
}

interface Rule {
	readonly ID?: string | undefined;
}

/** A store that keeps no ids still keeps what our rules say. */
function isOwn(rule: Rule, wanted: readonly Rule[]): boolean {
	if (rule.ID === undefined) return wanted.some((one) => isSameRule(one, rule));
	return rule.ID.startsWith(ownPrefix);
}

/** Same content under the same id, where the store keeps ids. */
function isSame(one: Rule, other: Rule): boolean {
	const isSameId = one.ID === other.ID || one.ID === undefined || other.ID === undefined;
	return isSameId && isSameRule(one, other);
}

/** Do two lists hold the same rules in the same order? */
export function areSame(one: readonly Rule[], other: readonly Rule[]): boolean {
	return (
		one.length === other.length && one.every((rule, index) => isSame(rule, other[index] ?? {}))
	);
}

function planRules<T extends Rule>(before: readonly T[], after: readonly T[]): RulePlan<T> {
	const isDifferent = !areSame(before, after);
	const diff = diffRules(before, after, isSame);
	const isOrder = isDifferent && diff.every(({ sign }) => sign === " ");
	const order: DiffLine = {
		sign: "+",
		text: `in this order: ${after.map(({ ID }) => ID ?? "(no id)").join(", ")}`,
	};
	return { before, after, isDifferent, diff: isOrder ? [...diff, order] : diff };
}

/**
 * Ours come first: a store answers by the first rule that fits an origin (Ceph looks at nothing else), so one of
 * somebody else before ours could hide the ETag.
 */
export function planCors(before: readonly CORSRule[], wanted: readonly CORSRule[]) {
	const foreign = before.filter((rule) => !isOwn(rule, wanted));
	return planRules(before, [...wanted, ...foreign]);
}

/** The order of lifecycle rules means nothing, so they keep it; a rule of others that does the same will do. */
export function planLifecycle(
	before: readonly LifecycleRule[],
	wanted: readonly LifecycleRule[],
): Pick<SetupPlan, "lifecycle" | "conflicts"> {
	const foreign = before.filter((rule) => !isOwn(rule, wanted));
	const conflicts = foreign.flatMap((rule) => {
		const reason = conflictOf(rule);
		return reason ? [{ id: rule.ID ?? "(no id)", reason }] : [];
	});
	const peaceful = foreign.filter((rule) => !conflictOf(rule));
	const isThere = (rule: LifecycleRule) => before.some((one) => isSame(one, rule));
	const needed = wanted.filter(
		(rule) => isThere(rule) || !peaceful.some((other) => doesSame(other, rule)),
	);
	const isNeeded = (rule: LifecycleRule) => needed.some((one) => isSame(one, rule));
	const kept = before.filter((rule) => peaceful.includes(rule) || isNeeded(rule));
	const news = needed.filter((rule) => !kept.some((one) => isSame(one, rule)));
	return { lifecycle: planRules(before, [...kept, ...news]), conflicts };
}
