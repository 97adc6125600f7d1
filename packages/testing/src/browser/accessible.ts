import type { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

type AxeResults = Awaited<ReturnType<AxeBuilder["analyze"]>>;
type Violation = AxeResults["violations"][number];

export interface AccessibleOptions {
	/** Only what is inside these selectors. Default: the whole page. */
	readonly include?: readonly string[];
	/** Selectors of parts that are another's, such as a framework's development overlay. */
	readonly exclude?: readonly string[];
}

// WCAG 2.2 at level AA, and what axe's authors recommend beyond it.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function describe({ id, impact, help, nodes }: Violation): string {
	const places = nodes.map((node) => {
		const what = node.failureSummary?.split("\n").slice(1).join("; ").trim() ?? "";
		return `    ${node.target.flat().join(" ")}\n      ${node.html.slice(0, 160)}\n      ${what}`;
	});
	return `  ${id} (${impact ?? "unrated"}): ${help}\n${places.join("\n")}`;
}

function explain(url: string, { violations }: AxeResults): Error {
	const count = violations.reduce((sum, { nodes }) => sum + nodes.length, 0);
	const list = violations.map(describe).join("\n");
	return new Error(`axe found ${count} problem(s) on ${url}:\n${list}`);
}

/**
 * Runs axe on the page as it stands. Throws an error that lists every problem with its place.
 * The page must come from `browser.newContext()`, because axe opens a second page beside it.
 */
export async function expectAccessible(page: Page, options: AccessibleOptions = {}): Promise<void> {
	const axe = await import("@axe-core/playwright");
	const builder = new axe.AxeBuilder({ page }).withTags(tags);
	for (const selector of options.include ?? []) builder.include(selector);
	for (const selector of options.exclude ?? []) builder.exclude(selector);
	const results = await builder.analyze();
	if (results.violations.length > 0) throw explain(page.url(), results);
}
