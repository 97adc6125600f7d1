import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ConnectionHint } from "./connection-hint.tsx";
import { liveStatus } from "./live-status.ts";

let isOnline = true;
function setOnline(next: boolean) {
	isOnline = next;
	window.dispatchEvent(new Event(next ? "online" : "offline"));
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.spyOn(navigator, "onLine", "get").mockImplementation(() => isOnline);
	liveStatus.set("live");
	render(<ConnectionHint />);
});
afterEach(() => {
	cleanup();
	vi.useRealTimers();
});

const words = () => screen.getByRole("status").textContent;
const after = (ms: number) => act(() => vi.advanceTimersByTime(ms));

it("says that the browser is offline, but not of a drop that heals at once", () => {
	act(() => setOnline(false));
	after(5000);
	expect(words()).toBe("");
	after(1000);
	expect(words()).toMatch(/^You are offline\. What you see may be/);
	act(() => setOnline(true));
	expect(words()).toBe("");
});

it("says that it reconnects when the network is there and the server is not", () => {
	act(() => liveStatus.set("down"));
	after(6000);
	expect(words()).toMatch(/^Reconnecting…/);
	act(() => liveStatus.set("live"));
	expect(words()).toBe("");
});
