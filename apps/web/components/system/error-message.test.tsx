import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { ErrorMessage } from "./error-message.tsx";

afterEach(cleanup);

const show = (error: unknown) => render(<ErrorMessage error={error} onRetry={onRetry} />);
const onRetry = vi.fn();

it("says which id to pass on, and what it is", () => {
	show(Object.assign(new Error("secret"), { digest: "01939b5c-7a3e-7c21-9d55-0123456789ab" }));
	expect(screen.getByText(/tell us the request id/)).toBeTruthy();
	expect(screen.getByText("01939b5c-7a3e-7c21-9d55-0123456789ab")).toBeTruthy();
	expect(document.body.textContent).not.toContain("secret");
	screen.getByRole("button", { name: "Try again" }).click();
	expect(onRetry).toHaveBeenCalledOnce();
});

it("names no server's answer for what happened in this browser alone", () => {
	show(new Error("secret"));
	expect(document.body.textContent).not.toMatch(/500|tell us|secret/);
});

it("offers a reload when a part of the app did not arrive", () => {
	show(Object.assign(new Error("Failed to load chunk"), { name: "ChunkLoadError" }));
	expect(screen.getByRole("heading", { name: "A part of Nuclom did not arrive" })).toBeTruthy();
	expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
});
