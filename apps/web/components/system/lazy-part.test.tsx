import { cleanup, render, screen } from "@testing-library/react";
import { Component, lazy, type ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LazyPart } from "./lazy-part.tsx";

afterEach(cleanup);

class Page extends Component<{ readonly children: ReactNode }> {
	override state = { words: "" };
	static getDerivedStateFromError = ({ message }: Error) => ({
		words: `The page failed: ${message}`,
	});
	override render = () => this.state.words || this.props.children;
}

function show(load: () => Promise<{ default: () => ReactNode }>) {
	const Part = lazy(load);
	// React reports what a boundary caught, too.
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	render(
		<Page>
			<p>The picture</p>
			<LazyPart waiting="Coming" missing="It did not arrive">
				<Part />
			</LazyPart>
		</Page>,
	);
}

const missing = Object.assign(new Error("Failed to load chunk a.js"), { name: "ChunkLoadError" });

describe("LazyPart", () => {
	it("waits, and shows what came", async () => {
		show(async () => ({ default: () => "The words" }));
		expect(screen.getByText("Coming")).toBeTruthy();
		await screen.findByText("The words");
	});

	it("leaves the page alone when the part does not arrive", async () => {
		show(() => Promise.reject(missing));
		await screen.findByText("It did not arrive");
		expect(screen.getByText("The picture")).toBeTruthy();
	});

	it("hands a defect on", async () => {
		show(() => Promise.reject(new Error("a defect")));
		await screen.findByText("The page failed: a defect");
	});
});
