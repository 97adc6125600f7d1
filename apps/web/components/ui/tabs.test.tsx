import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { Tabs } from "./tabs.tsx";

afterEach(cleanup);

const tabs = [
	{ id: "comments", label: "Comments", count: 3 },
	{ id: "transcript", label: "Transcript" },
	{ id: "details", label: "Details" },
] as const;

function Example() {
	const [value, setValue] = useState<(typeof tabs)[number]["id"]>("comments");
	return (
		<Tabs label="Rail" tabs={tabs} value={value} onValueChange={setValue}>
			{value} here
		</Tabs>
	);
}

const selected = () => screen.getByRole("tab", { selected: true });

it("chooses by arrow, Home and End, and takes the focus along", () => {
	render(<Example />);
	selected().focus();
	const steps = [
		["ArrowRight", "Transcript"],
		["End", "Details"],
		["ArrowRight", "Comments3"],
		["ArrowLeft", "Details"],
		["Home", "Comments3"],
	] as const;
	for (const [key, name] of steps) {
		fireEvent.keyDown(selected(), { key });
		expect(selected().textContent).toBe(name);
		expect(document.activeElement).toBe(selected());
	}
});

it("is one stop of the Tab key, and names its panel", () => {
	render(<Example />);
	expect(screen.getAllByRole("tab").map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
	fireEvent.click(screen.getByRole("tab", { name: "Transcript" }));
	expect(screen.getByRole("tabpanel", { name: "Transcript" }).textContent).toBe("transcript here");
});
