import type { AiContext } from "../context.ts";
import { oneLine } from "../plain-text.ts";
import type { Consumption } from "../pricing.ts";
import { runAll } from "../run-all.ts";
import type { AnalyzeInput, AnalyzeResult } from "../types.ts";
import { sumUsage } from "../usage.ts";
import { chunkCues, group } from "./chunk-cues.ts";
import {
	mergeInstructions,
	mergePrompt,
	type NumberedCue,
	noteLines,
	transcriptInstructions,
	transcriptPrompt,
} from "./prompts.ts";
import { keepCited, resolve } from "./resolve.ts";
import type { Notes } from "./schema.ts";
import { takeNotes } from "./take-notes.ts";

interface Run {
	readonly context: AiContext;
	readonly title: string;
	readonly signal: AbortSignal | undefined;
	/** What each answered request used; grows as they come in. */
	readonly spent: Consumption[];
}

/** See Ai.analyze. */
export async function analyze(
	context: AiContext,
	{ title, durationMs, cues }: AnalyzeInput,
	{ signal }: { readonly signal?: AbortSignal } = {},
): Promise<AnalyzeResult> {
	const startedAt = context.clock.now().getTime();
	const run: Run = { context, title, signal, spent: [] };
	const spoken = cues
		.map(({ text }, index): NumberedCue => ({ index, text: oneLine(text) }))
		.filter(({ text }) => text !== "");
	const notes = await reduce(run, await map(run, spoken));
	const elapsedMs = context.clock.now().getTime() - startedAt;
	const usage = sumUsage(context.models.analysis, run.spent, elapsedMs);
	return { ...resolve(notes, cues, durationMs), usage };
}

/** Notes of each part of the transcript; a transcript that fits is one part. */
function map(run: Run, cues: readonly NumberedCue[]): Promise<Notes[]> {
	return inParallel(run, chunkCues(cues, run.context.maxPromptCharacters), (part, stop) =>
		note(run, transcriptInstructions, transcriptPrompt(run.title, part), indices(part), stop),
	);
}

/** Merges the notes of the parts, as many at once as fit, until one set is left. */
async function reduce(run: Run, parts: readonly Notes[]): Promise<Notes> {
	const [first, second] = parts;
	if (second === undefined) {
		return first ?? { summary: "", chapters: [], actionItems: [] };
	}
	const merged = await inParallel(
		run,
		batches(parts, run.context.maxPromptCharacters),
		async (batch, stop) => {
			const [only, another] = batch;
			return only !== undefined && another === undefined
				? only
				: await note(run, mergeInstructions, mergePrompt(run.title, batch), citations(batch), stop);
		},
	);
	return await reduce(run, merged);
}

/** One request; its notes may only cite what it was shown. */
async function note(
	{ context, spent }: Run,
	instructions: string,
	prompt: string,
	shown: ReadonlySet<number>,
	signal: AbortSignal,
): Promise<Notes> {
	const { notes, consumption } = await takeNotes(context, { instructions, prompt }, signal);
	spent.push(consumption);
	return keepCited(notes, shown);
}

function inParallel<Item, Result>(
	{ context, signal }: Run,
	items: readonly Item[],
	task: (item: Item, stop: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
	return runAll(items, task, { concurrency: context.concurrency, signal });
}

function indices(cues: readonly NumberedCue[]): Set<number> {
	return new Set(cues.map(({ index }) => index));
}

function citations(batch: readonly Notes[]): Set<number> {
	return new Set(
		batch.flatMap(({ chapters, actionItems }) =>
			[...chapters, ...actionItems].map(({ cue }) => cue),
		),
	);
}

/** By what fits into one prompt; in pairs where not even two do, or merging would never end. */
function batches(parts: readonly Notes[], limit: number): Notes[][] {
	const fitting = group(parts, (notes) => noteLines(notes).join("\n").length, limit);
	return fitting.length < parts.length ? fitting : group(parts, () => 0, 2);
}
