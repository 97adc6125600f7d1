import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { preloadDialog } from "../components/ui/dialog.tsx";
import { ShortcutsProvider, useShortcuts } from "./shortcuts.tsx";

beforeAll(async () => {
	await preloadDialog();
});
// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

function Player({ onPlay }: { readonly onPlay: () => void }) {
	useShortcuts([{ keys: "k", label: "Play or pause", run: onPlay }]);
	return <input aria-label="Comment" />;
}

it("runs a key's action, always the latest one, and not while somebody writes", () => {
	const first = vi.fn();
	const second = vi.fn();
	const tree = (onPlay: () => void) => (
		<ShortcutsProvider>
			<Player onPlay={onPlay} />
		</ShortcutsProvider>
	);
	const { rerender, unmount } = render(tree(first));
	fireEvent.keyDown(document.body, { key: "k", code: "KeyK" });
	expect(first).toHaveBeenCalledOnce();

	rerender(tree(second));
	fireEvent.keyDown(screen.getByLabelText("Comment"), { key: "k", code: "KeyK" });
	expect(second).not.toHaveBeenCalled();
	fireEvent.keyDown(document.body, { key: "k", code: "KeyK" });
	expect(second).toHaveBeenCalledOnce();
	expect(first).toHaveBeenCalledOnce();

	unmount();
	fireEvent.keyDown(document.body, { key: "k", code: "KeyK" });
	expect(second).toHaveBeenCalledOnce();
});

it("lists the page's keys under ?, and gives none of them to the page behind", async () => {
	const onPlay = vi.fn();
	render(
		<ShortcutsProvider>
			<Player onPlay={onPlay} />
		</ShortcutsProvider>,
	);
	fireEvent.keyDown(document.body, { key: "?", code: "Slash", shiftKey: true });
	const dialog = await screen.findByRole("dialog", { name: "Keys on this page" });
	expect(dialog.textContent).toContain("Play or pause");
	fireEvent.keyDown(document.body, { key: "k", code: "KeyK" });
	expect(onPlay).not.toHaveBeenCalled();
});
