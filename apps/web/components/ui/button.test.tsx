import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";

afterEach(cleanup);

it("does nothing while busy, but keeps its place in the order of Tab", () => {
	const onClick = vi.fn();
	const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
	render(
		<form onSubmit={onSubmit}>
			<Button type="submit" isBusy onClick={onClick}>
				Save
			</Button>
		</form>,
	);
	const button = screen.getByRole<HTMLButtonElement>("button", { name: "Save" });
	fireEvent.click(button);
	expect(onClick).not.toHaveBeenCalled();
	expect(onSubmit).not.toHaveBeenCalled();
	expect(button.disabled).toBe(false);
	expect(button.getAttribute("aria-busy")).toBe("true");
});
