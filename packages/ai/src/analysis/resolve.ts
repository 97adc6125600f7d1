import { plainText } from "../plain-text.ts";
import type { ActionItem, Analysis, Chapter, Cue } from "../types.ts";
import type { Notes } from "./schema.ts";

const maxSummaryCharacters = 2_000;
const maxTitleCharacters = 120;
const maxChapters = 50;
const maxActionItems = 100;
const maxItemCharacters = 500;
const maxAssigneeCharacters = 100;

/**
 * Only what cites a cue that was shown, with texts made plain and bounded. Used after each request,
 * so that an index that one part made up cannot pass through the merge.
 */
export function keepCited(notes: Notes, shown: ReadonlySet<number>): Notes {
	return {
		summary: plainText(notes.summary, maxSummaryCharacters),
		chapters: notes.chapters
			.filter(({ cue }) => shown.has(cue))
			.map(({ cue, title, summary }) => ({
				cue,
				title: plainText(title, maxTitleCharacters),
				summary: plainText(summary ?? "", maxItemCharacters) || null,
			}))
			.filter(({ title }) => title !== "")
			.slice(0, maxChapters),
		actionItems: notes.actionItems
			.filter(({ cue }) => shown.has(cue))
			.map(({ cue, text, assignee }) => ({
				cue,
				text: plainText(text, maxItemCharacters),
				assignee: personOrNull(assignee),
			}))
			.filter(({ text }) => text !== "")
			.slice(0, maxActionItems),
	};
}

/** Indices become times: the start of the cue, inside the video. */
export function resolve(notes: Notes, cues: readonly Cue[], durationMs: number): Analysis {
	const startOf = (index: number): number =>
		Math.min(Math.max(0, cues[index]?.startMs ?? 0), Math.max(0, durationMs));
	return {
		summary: notes.summary,
		chapters: resolveChapters(notes, startOf),
		actionItems: resolveActionItems(notes, startOf),
	};
}

/** By time; one per time; a title is not said twice in a row; the first covers the beginning. */
function resolveChapters({ chapters }: Notes, startOf: (index: number) => number): Chapter[] {
	const resolved: Chapter[] = [];
	let previous: { startMs: number; title: string } | undefined;
	for (const { startMs, title, summary } of byTime(chapters, startOf)) {
		if (previous === undefined || (startMs > previous.startMs && !same(title, previous.title))) {
			const shownMs = previous === undefined ? 0 : startMs;
			resolved.push({ startMs: shownMs, title, ...(summary === null ? {} : { summary }) });
			previous = { startMs, title };
		}
	}
	return resolved;
}

function resolveActionItems(
	{ actionItems }: Notes,
	startOf: (index: number) => number,
): ActionItem[] {
	const resolved: ActionItem[] = [];
	for (const { startMs, text, assignee } of byTime(actionItems, startOf)) {
		if (!resolved.some((earlier) => same(earlier.text, text))) {
			resolved.push({ startMs, text, assignee });
		}
	}
	return resolved;
}

function byTime<Item extends { cue: number }>(
	items: readonly Item[],
	startOf: (index: number) => number,
): Array<Item & { startMs: number }> {
	return items
		.map((item) => ({ ...item, startMs: startOf(item.cue) }))
		.sort((a, b) => a.startMs - b.startMs);
}

/** Asked for null, some models write a word for it. */
function personOrNull(assignee: string | null): string | null {
	const name = plainText(assignee ?? "", maxAssigneeCharacters);
	return /^(null|none|nobody( named)?|n\/?a|unassigned|unknown|unspecified)?\.?$/i.test(name)
		? null
		: name;
}

function same(one: string, other: string): boolean {
	const key = (text: string) =>
		text
			.toLocaleLowerCase("en")
			.replace(/[^\p{L}\p{N}]+/gu, " ")
			.trim();
	return key(one) === key(other);
}
