import { oneLine } from "../plain-text.ts";

/** Two lines of 42 characters, the usual measure for captions. */
export const maxCueCharacters = 84;

/** Scripts that put no spaces between words. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Length as a reader sees it: characters, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

/**
 * Cuts text into pieces of about `limit` characters (never over 84): at the ends of sentences
 * first, then after commas, then between words. A word is only cut when it is over 84 itself.
 * The pieces hold the same characters in the same order, without the spaces at the cuts.
 */
export function splitText(text: string, limit: number, language?: string): string[] {
	const locale = knownLocale(language);
	return segments(oneLine(text), "sentence", locale)
		.map(({ segment }) => segment.trim())
		.filter((sentence) => sentence.length > 0)
		.flatMap((sentence) => splitSentence(sentence, limit, locale));
}

/** Pieces of similar length, rather than a full one and a leftover word. */
function splitSentence(sentence: string, limit: number, locale?: string): string[] {
	const length = lengthOf(sentence);
	if (length <= limit) {
		return [sentence];
	}
	const target = length / Math.ceil(length / limit);
	const pieces: string[] = [];
	let piece = "";
	for (const token of tokens(sentence, locale)) {
		if (piece !== "" && isFull(piece, token, limit, target)) {
			pieces.push(piece.trim());
			piece = "";
		}
		piece += token;
	}
	return [...pieces, piece.trim()].filter((part) => part.length > 0);
}

function isFull(piece: string, next: string, limit: number, target: number): boolean {
	const length = lengthOf(piece.trimEnd());
	return (
		lengthOf((piece + next).trimEnd()) > limit ||
		length >= target ||
		(length >= target * 0.6 && /[,;:،、，；：–—]$/.test(piece.trimEnd()))
	);
}

/** Words, each with the space that follows it. */
function tokens(sentence: string, locale?: string): string[] {
	return (sentence.match(/\S+\s*/g) ?? []).flatMap((word) =>
		lengthOf(word) > maxCueCharacters || unspaced.test(word) ? innerWords(word, locale) : [word],
	);
}

/** The words inside a run without spaces, punctuation kept with the word before it. */
function innerWords(run: string, locale?: string): string[] {
	const words: string[] = [];
	for (const { segment, isWordLike } of segments(run, "word", locale)) {
		const previous = words.at(-1);
		if (previous !== undefined && !isWordLike && lengthOf(previous) < maxCueCharacters / 2) {
			words[words.length - 1] = previous + segment;
		} else {
			words.push(segment);
		}
	}
	return words.flatMap((word) => (lengthOf(word) > maxCueCharacters ? graphemes(word) : [word]));
}

function graphemes(word: string): string[] {
	const parts: string[] = [];
	let part = "";
	for (const { segment } of segments(word, "grapheme")) {
		if (part !== "" && lengthOf(part + segment) > maxCueCharacters) {
			parts.push(part);
			part = "";
		}
		part += segment;
	}
	return [...parts, part];
}

function segments(
	text: string,
	granularity: "sentence" | "word" | "grapheme",
	locale?: string,
): Intl.SegmentData[] {
	return [...new Intl.Segmenter(locale, { granularity }).segment(text)];
}

/** A service may name a language that is no BCP 47 tag ("en_US?"); then the default rules do. */
function knownLocale(language?: string): string | undefined {
	try {
		return language === undefined ? undefined : Intl.getCanonicalLocales(language)[0];
	} catch {
		return undefined;
	}
}
