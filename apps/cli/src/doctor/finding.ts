import { AppError } from "@nuclom/core";
import { databaseRefusal } from "../local/database-refusal.ts";
import type { Level } from "../output.ts";

/** What one check found. */
export interface Finding {
	readonly name: string;
	readonly status: Level;
	readonly message: string;
	/** What to do; null where nothing is. */
	readonly hint: string | null;
	/** The error's code, for a check that failed. */
	readonly code: string | null;
}

export type Answer = Pick<Finding, "status" | "message"> & { readonly hint?: string };

export interface Check {
	readonly name: string;
	/** What to say of a failure; `warn` where the product works without this part. */
	readonly failure: "warn" | "fail";
	/** Throws an AppError, or answers. */
	look(): Promise<Answer>;
}

export const ok = (message: string): Answer => ({ status: "ok", message });

const limitMs = 15_000;

function explain(thrown: unknown): { message: string; hint: string | null; code: string } {
	const error = databaseRefusal(thrown) ?? thrown;
	if (AppError.isInstance(error)) {
		return { message: error.message, hint: error.hint ?? null, code: error.code };
	}
	return { message: String(error), hint: null, code: "INTERNAL" };
}

/** Runs a check; it never throws, and never takes longer than 15 seconds. */
export async function find({ name, failure, look }: Check): Promise<Finding> {
	const { promise: late, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new AppError("INTERNAL", "No answer in 15 s.")), limitMs);
	try {
		const { status, message, hint = null } = await Promise.race([look(), late]);
		return { name, status, message, hint, code: null };
	} catch (error) {
		return { name, status: failure, ...explain(error) };
	} finally {
		clearTimeout(timer);
	}
}
