import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { SaveField } from "./save-field.tsx";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

type Save = Parameters<typeof SaveField>[0]["onSave"];

function example(saved: string, onSave: Save) {
	return (
		<SaveField saved={saved} onSave={onSave}>
			{({ value, error, onValueChange }) => (
				<Field label="Name" error={error}>
					{(control) => (
						<Input
							{...control}
							value={value}
							onChange={(event) => onValueChange(event.currentTarget.value)}
						/>
					)}
				</Field>
			)}
		</SaveField>
	);
}

const input = () => screen.getByLabelText<HTMLInputElement>("Name");
const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" });
const type = (value: string) => fireEvent.change(input(), { target: { value } });

it("saves what was changed, trimmed, and nothing else", async () => {
	const onSave = vi.fn<Save>(async () => undefined);
	const { rerender } = render(example("Ada", onSave));
	expect(save().disabled).toBe(true);
	type(" Ada Lovelace ");
	fireEvent.click(save());
	await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith("Ada Lovelace"));

	rerender(example("Ada Lovelace", onSave));
	expect(input().value).toBe("Ada Lovelace");
	expect(save().disabled).toBe(true);
});

it("keeps what was typed when it is refused, and leads the focus there", async () => {
	render(example("Ada", async () => ({ field: "value", message: "Write a name." })));
	type("x");
	fireEvent.click(save());
	expect((await screen.findByRole("alert")).textContent).toBe("Write a name.");
	expect(input().value).toBe("x");
	expect(document.activeElement).toBe(input());
});

it("says what to do when the call fails", async () => {
	render(
		example("Ada", async () => {
			throw new TypeError("Failed to fetch");
		}),
	);
	type("x");
	fireEvent.click(save());
	expect((await screen.findByRole("alert")).textContent).toContain("The server did not answer.");
});

it("discards", () => {
	render(example("Ada", async () => undefined));
	type("x");
	fireEvent.click(screen.getByRole("button", { name: "Discard" }));
	expect(input().value).toBe("Ada");
});
