import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, it } from "vitest";
import { useFocusHandover } from "./focus-handover.ts";

afterEach(cleanup);

function Row({ name }: { readonly name: string }) {
	const row = useRef<HTMLLIElement>(null);
	useFocusHandover(row);
	return (
		<li ref={row}>
			<button type="button">{name}</button>
		</li>
	);
}

function List({ names }: { readonly names: readonly string[] }) {
	return (
		<main id="content" tabIndex={-1}>
			<button type="button">Beside</button>
			<ul>
				{names.map((name) => (
					<Row key={name} name={name} />
				))}
			</ul>
		</main>
	);
}

const focus = (name: string) => screen.getByRole("button", { name }).focus();
const isFocused = (text: string) => expect(document.activeElement?.textContent).toBe(text);

it("gives the focus to the next row, else to the one before", async () => {
	const { rerender } = render(<List names={["a", "b", "c"]} />);
	focus("b");
	rerender(<List names={["a", "c"]} />);
	await waitFor(() => isFocused("c"));
	rerender(<List names={["a"]} />);
	await waitFor(() => isFocused("a"));
});

it("gives it to the page when no row is left", async () => {
	const { rerender } = render(<List names={["a"]} />);
	focus("a");
	rerender(<List names={[]} />);
	await waitFor(() => expect(document.activeElement?.id).toBe("content"));
});

it("leaves it alone where it is elsewhere", async () => {
	const { rerender } = render(<List names={["a", "b"]} />);
	focus("Beside");
	rerender(<List names={["b"]} />);
	await new Promise(requestAnimationFrame);
	isFocused("Beside");
});
