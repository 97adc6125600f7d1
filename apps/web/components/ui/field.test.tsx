import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

afterEach(cleanup);

it("ties label, hint and error to the control", () => {
	render(
		<Field label="Address" hint="Part of every link." error="That is taken.">
			{(control) => <Input {...control} />}
		</Field>,
	);
	const input = screen.getByLabelText("Address");
	const described = input.getAttribute("aria-describedby")?.split(" ") ?? [];
	expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
		"That is taken.",
		"Part of every link.",
	]);
	expect(input.getAttribute("aria-invalid")).toBe("true");
	expect(screen.getByRole("alert").textContent).toBe("That is taken.");
});
