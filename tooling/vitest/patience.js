import { vi } from "vitest";

// vitest gives up after a second; a machine that builds at the same time needs longer. Nothing waits that long
// for what comes, and no test measures time.
const { waitFor } = vi;
const timeout = 20_000;
vi.waitFor = (callback, options) =>
	waitFor(callback, typeof options === "number" ? options : { timeout, ...options });
