import { dereference, type JsonSchema } from "./schema.ts";

/** A line of the prompt that bears a place: `[12] text`, `[0:01:15] text` or `75000: text`. */
interface MarkedLine {
	readonly marker: string;
	readonly text: string;
}

const markedLine = /^\s*(?:\[([\d:.]+)\]|([\d:.]+)\s*[:\-–]\s)\s*(.+)$/;
const taskWords =
	/\b(will|must|should|needs? to|have to|let us|let's|please|todo|by (?:mon|tues|wednes|thurs|fri)day)\b/i;

function markedLines(text: string): MarkedLine[] {
	return text.split("\n").flatMap((line) => {
		const found = markedLine.exec(line);
		const marker = found?.[1] ?? found?.[2];
		return marker === undefined ? [] : [{ marker, text: found?.[3]?.trim() ?? "" }];
	});
}

/** `12` is 12; `1:15` and `0:01:15` are seconds. */
function markerNumber(marker: string): number {
	return marker.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The prompt without markers, as prose: its marked lines, or else everything. */
function proseOf(prompt: string, lines: readonly MarkedLine[]): string {
	const text = lines.length > 0 ? lines.map((line) => line.text).join(" ") : prompt;
	return text.replace(/\s+/g, " ").trim();
}

interface Source {
	readonly root: JsonSchema;
	readonly lines: readonly MarkedLine[];
	readonly prose: string;
}

const clip = (text: string, length: number): string => [...text].slice(0, length).join("").trim();

function stringFor(name: string, schema: JsonSchema, source: Source, line?: MarkedLine): string {
	const text = line?.text ?? source.prose;
	if (/title|name|label/i.test(name)) return clip(text.split(/[.!?]/)[0] ?? text, 60);
	const length = Math.min(schema.maxLength ?? 400, line ? 200 : 400);
	return clip(text, length) || "Nothing was said.";
}

/** Lines that an array is made of: tasks for a list of tasks, else up to three, evenly spread. */
function linesFor(name: string, schema: JsonSchema, source: Source): readonly MarkedLine[] {
	const most = schema.maxItems ?? 3;
	if (/action|task|todo/i.test(name)) {
		return source.lines.filter((line) => taskWords.test(line.text)).slice(0, most);
	}
	const count = Math.max(schema.minItems ?? 0, Math.min(most, 3, source.lines.length));
	return Array.from({ length: count }, (_, index) => {
		const position = Math.floor((index * source.lines.length) / count);
		return source.lines[position] ?? { marker: "0", text: source.prose };
	});
}

function numberFor(schema: JsonSchema, line?: MarkedLine): number {
	const value = line ? markerNumber(line.marker) : 0;
	return Math.min(Math.max(value, schema.minimum ?? value), schema.maximum ?? value);
}

function fill(name: string, given: JsonSchema, source: Source, line?: MarkedLine): unknown {
	const schema = dereference(given, source.root);
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return schema.enum[0];
	const type = [schema.type ?? []].flat();
	const mayBeNull = type.includes("null") || schema.anyOf?.some((option) => option.type === "null");
	if (mayBeNull) return null;
	if (schema.anyOf?.[0]) return fill(name, schema.anyOf[0], source, line);
	if (schema.properties) {
		const entries = Object.entries(schema.properties);
		return Object.fromEntries(entries.map(([key, child]) => [key, fill(key, child, source, line)]));
	}
	const { items } = schema;
	if (items) return linesFor(name, schema, source).map((each) => fill(name, items, source, each));
	if (type.includes("integer") || type.includes("number")) return numberFor(schema, line);
	if (type.includes("boolean")) return false;
	return stringFor(name, schema, source, line);
}

/**
 * An object of the schema made of the prompt's own words, the same for the same prompt: texts are its sentences,
 * numbers the places that its lines bear, lists up to three of its lines, lists of tasks the lines that speak of one.
 */
export function extractiveAnswer(prompt: string, schema: JsonSchema): unknown {
	const lines = markedLines(prompt);
	return fill("", schema, { root: schema, lines, prose: proseOf(prompt, lines) });
}
