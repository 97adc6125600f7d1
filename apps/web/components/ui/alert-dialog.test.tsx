import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { AlertDialog } from "./alert-dialog.tsx";
import { preloadDialog } from "./dialog.tsx";

beforeAll(async () => {
	await preloadDialog();
});
// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

function Example({ onConfirm }: { readonly onConfirm: () => Promise<void> }) {
	const [isOpen, setOpen] = useState(true);
	return (
		<AlertDialog
			isOpen={isOpen}
			onOpenChange={setOpen}
			title="Remove Ada?"
			description="Ada loses access at once."
			nameToType="Ada Lovelace"
			confirmLabel="Remove"
			onConfirm={onConfirm}
		/>
	);
}

it("acts only when the name was typed, then closes", async () => {
	const onConfirm = vi.fn(async () => {});
	render(<Example onConfirm={onConfirm} />);
	const button = await screen.findByRole("button", { name: "Remove" });
	const input = screen.getByLabelText("Type Ada Lovelace to confirm");

	fireEvent.change(input, { target: { value: "Ada" } });
	fireEvent.submit(input);
	expect((button as HTMLButtonElement).disabled).toBe(true);
	expect(onConfirm).not.toHaveBeenCalled();

	fireEvent.change(input, { target: { value: " Ada Lovelace " } });
	fireEvent.click(button);
	await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
	expect(onConfirm).toHaveBeenCalledOnce();
});

it("stays and says why when it fails", async () => {
	render(<Example onConfirm={() => Promise.reject(new TypeError("Failed to fetch"))} />);
	const input = await screen.findByLabelText("Type Ada Lovelace to confirm");
	fireEvent.change(input, { target: { value: "Ada Lovelace" } });
	fireEvent.click(screen.getByRole("button", { name: "Remove" }));
	expect((await screen.findByRole("alert")).textContent).toContain("The server did not answer.");
	expect(screen.queryByRole("alertdialog")).not.toBeNull();
});

it("lets the person keep things as they are", async () => {
	const onConfirm = vi.fn(async () => {});
	render(<Example onConfirm={onConfirm} />);
	fireEvent.click(await screen.findByRole("button", { name: "Keep" }));
	await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
	expect(onConfirm).not.toHaveBeenCalled();
});
