import { AppError } from "@nuclom/core";

/** S3's limit for presigned addresses. */
const longestMs = 7 * 86_400_000;
const hourMs = 3_600_000;
const stepMs = 15 * 60_000;

export interface Lifetime {
	/** The moment to sign for; at or before now. */
	readonly signedAtMs: number;
	readonly expiresAtMs: number;
}

/** @throws {AppError} INPUT_INVALID */
function assertLifetime(expiresInMs: number): void {
	if (Number.isFinite(expiresInMs) && expiresInMs >= 1000 && expiresInMs <= longestMs) return;
	throw new AppError("INPUT_INVALID", "A signed address lives from one second to 7 days.");
}

const floor = (ms: number, step: number) => Math.floor(ms / step) * step;

/** Whole seconds, because S3 signs no finer. @throws {AppError} INPUT_INVALID */
export function exactLifetime(nowMs: number, expiresInMs: number): Lifetime {
	assertLifetime(expiresInMs);
	const signedAtMs = floor(nowMs, 1000);
	return { signedAtMs, expiresAtMs: signedAtMs + Math.ceil(expiresInMs / 1000) * 1000 };
}

/**
 * Addresses that live for an hour or more are signed for the last full quarter of an hour: within it the same object
 * has the same address, and a browser that shows a library twice loads its posters once.
 * They live up to 15 minutes longer than asked for, never shorter.
 * @throws {AppError} INPUT_INVALID
 */
export function stableLifetime(nowMs: number, expiresInMs: number): Lifetime {
	const exact = exactLifetime(nowMs, expiresInMs);
	if (expiresInMs < hourMs || expiresInMs + stepMs > longestMs) return exact;
	const signedAtMs = floor(nowMs, stepMs);
	return { signedAtMs, expiresAtMs: signedAtMs + floor(expiresInMs + 999, 1000) + stepMs };
}
