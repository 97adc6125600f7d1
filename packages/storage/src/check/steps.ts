import { AppError } from "@nuclom/core";

/** How one step of a check went. */
export interface CheckStep {
	readonly name: string;
	/** `skipped`: not tried, because of a step that failed before it. */
	readonly status: "ok" | "fail" | "skipped";
	readonly durationMs: number;
	/** What was found, in a few words. */
	readonly message: string;
	/** The setting to change; null where nothing is. */
	readonly hint: string | null;
	/** The error's code, where it failed. */
	readonly code: string | null;
}

/** One thing to prove. */
export interface Step {
	readonly name: string;
	/** Steps without which this one says nothing. */
	readonly needs: readonly string[];
	/** What the key must be allowed, by S3's name, such as `s3:PutObject`. */
	readonly right?: string;
	/** Answers what it found, or throws an AppError. */
	run(signal: AbortSignal): Promise<string>;
}

export interface RunOptions {
	readonly onStep?: (step: CheckStep) => void;
	/** Ends the check after the step that runs; what it wrote is removed all the same. */
	readonly signal?: AbortSignal;
	/** Default: one minute. */
	readonly stepLimitMs?: number;
}

/** Is it a right that lacks? A head is refused without words, so only what has another name is something else. */
function isForbidden({ data }: AppError): boolean {
	const others =
		/^(SignatureDoesNotMatch|InvalidAccessKeyId|Request(TimeTooSkewed|Expired)|QuotaExceeded)$/;
	return data.storageStatus === 403 && !others.test(String(data.storageError));
}

function explain(error: unknown, step: Step): Pick<CheckStep, "message" | "hint" | "code"> {
	if (!AppError.isInstance(error)) return { message: String(error), hint: null, code: "INTERNAL" };
	const { message, hint = null, code } = error;
	if (!step.right || !isForbidden(error)) return { message, hint, code };
	const missing = `Give the key in CLOUDFLARE_R2_ACCESS_KEY the right ${step.right} (on R2: "Object Read & Write").`;
	return { message, hint: missing, code };
}

function noAnswer(limitMs: number): AppError {
	return new AppError("STORAGE_UNAVAILABLE", `No answer in ${limitMs / 1000} s.`, {
		hint: "Check CLOUDFLARE_R2_ENDPOINT and the network between here and there.",
	});
}

/** Runs a step for so long at most, and until the check is ended. */
async function limited({ run }: Step, limitMs: number, outer?: AbortSignal): Promise<string> {
	const stop = new AbortController();
	const { promise: ended, reject } = Promise.withResolvers<never>();
	const end = (reason: unknown) => {
		stop.abort(reason);
		reject(reason);
	};
	const timer = setTimeout(() => end(noAnswer(limitMs)), limitMs);
	const interrupt = () => end(outer?.reason);
	outer?.addEventListener("abort", interrupt);
	try {
		return await Promise.race([run(stop.signal), ended]);
	} finally {
		clearTimeout(timer);
		outer?.removeEventListener("abort", interrupt);
	}
}

async function runStep(step: Step, failed: string | undefined, options: RunOptions) {
	const { name } = step;
	const start = performance.now();
	const done = (rest: Omit<CheckStep, "name" | "durationMs">): CheckStep => ({
		name,
		durationMs: Math.round(performance.now() - start),
		...rest,
	});
	if (failed) {
		const message = `not tried: see ${failed}`;
		return done({ status: "skipped", message, hint: null, code: null });
	}
	try {
		const message = await limited(step, options.stepLimitMs ?? 60_000, options.signal);
		return done({ status: "ok", message, hint: null, code: null });
	} catch (error) {
		return done({ status: "fail", ...explain(error, step) });
	}
}

/** Runs steps in their order until the signal is given; a step whose needs failed is skipped. */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<CheckStep[]> {
	const done: CheckStep[] = [];
	const isLost = (need: string) =>
		done.some(({ name, status }) => name === need && status !== "ok");
	for (const step of steps) {
		if (options.signal?.aborted) break;
		const result = await runStep(step, step.needs.find(isLost), options);
		if (options.signal?.aborted) break;
		done.push(result);
		options.onStep?.(result);
	}
	return done;
}
