import { AppError } from "@nuclom/core";
import pRetry from "p-retry";
import { s3Error } from "./errors.ts";

/**
 * Does a piece of work that sends a stream up to three times while the store is unavailable.
 * The SDK does this for everything that can be sent twice.
 */
export function retrying<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	const attempt = () =>
		work().catch((error: unknown) => {
			throw s3Error(error);
		});
	return pRetry(attempt, {
		retries: 2,
		minTimeout: 200,
		randomize: true,
		shouldRetry: ({ error }) => AppError.isInstance(error) && error.isRetryable,
		...(signal ? { signal } : {}),
	});
}
