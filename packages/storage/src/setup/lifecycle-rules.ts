import type { LifecycleRule } from "@aws-sdk/client-s3";
import { abortAfterDays } from "./wanted.ts";

/** Where everything lies that people uploaded. */
const ourPrefix = "videos/";

/** Classes that an object has to be restored from before it can be read. */
const archives = ["GLACIER", "DEEP_ARCHIVE"];

/**
 * Rules come in an older form, too, with the prefix outside of the filter, and Ceph always answers so; S3 refuses a
 * mixture of both.
 */
export function inNewForm(rule: LifecycleRule): LifecycleRule {
	const { Prefix, Filter, ...rest } = rule;
	const isEmpty = Object.values(Filter ?? {}).every((value) => value === undefined);
	return { ...rest, Filter: Filter && !isEmpty ? Filter : { Prefix: Prefix ?? "" } };
}

function prefixOf({ Filter: filter }: LifecycleRule): string {
	return filter?.Prefix ?? filter?.And?.Prefix ?? "";
}

/** Our objects have no tags. */
function isForTags({ Filter: filter }: LifecycleRule): boolean {
	return filter?.Tag !== undefined || (filter?.And?.Tags?.length ?? 0) > 0;
}

function concernsUs(rule: LifecycleRule): boolean {
	if (rule.Status !== "Enabled" || isForTags(rule)) return false;
	const prefix = prefixOf(rule);
	return prefix.startsWith(ourPrefix) || ourPrefix.startsWith(prefix);
}

/** Why a rule of somebody else harms us, as a sentence; undefined when it does not. */
export function conflictOf(rule: LifecycleRule): string | undefined {
	if (!concernsUs(rule)) return undefined;
	const { Expiration: expiration, Transitions: transitions = [] } = rule;
	if (expiration?.Days !== undefined || expiration?.Date !== undefined) {
		return "It deletes videos that nobody deleted.";
	}
	const days = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
	if (days !== undefined && days < abortAfterDays) {
		return `It gives up uploads after ${days} days; people may go on with theirs for ${abortAfterDays}.`;
	}
	const archive = transitions.find(({ StorageClass = "" }) => archives.includes(StorageClass));
	if (archive) return `It moves videos to ${archive.StorageClass}, where they cannot be played.`;
	return undefined;
}

/** Does a rule of somebody else give up unfinished uploads everywhere, as ours would? R2 brings such a rule. */
export function doesSame(rule: LifecycleRule, wanted: LifecycleRule): boolean {
	const daysOf = ({ AbortIncompleteMultipartUpload: abort }: LifecycleRule) =>
		abort?.DaysAfterInitiation;
	if (rule.Status !== "Enabled" || isForTags(rule) || prefixOf(rule) !== "") return false;
	return daysOf(rule) !== undefined && daysOf(rule) === daysOf(wanted);
}
