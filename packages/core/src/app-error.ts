import { type ErrorCode, errorCodes } from "./error-codes.ts";

const brand = Symbol.for("nuclom.AppError");

export interface AppErrorOptions {
	/** What the reader can do now, in one short sentence. */
	readonly hint?: string;
	/** Facts that are safe to show to the caller. Never secrets, never another tenant's data. */
	readonly data?: Readonly<Record<string, unknown>>;
	/** What went wrong underneath; logged, never shown. */
	readonly cause?: unknown;
	/** Overrides the code's own answer to "may the same call succeed later?". */
	readonly isRetryable?: boolean;
}

/**
 * The one error type. Everything a person or a program may meet is an AppError with a code;
 * anything else that is thrown is a defect and is shown as INTERNAL with an id.
 */
export class AppError extends Error {
	override readonly name = "AppError";
	readonly code: ErrorCode;
	readonly hint: string | undefined;
	readonly data: Readonly<Record<string, unknown>>;
	readonly isRetryable: boolean;

	constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause });
		Object.defineProperty(this, brand, { value: true });
		this.code = code;
		this.hint = options.hint;
		this.data = options.data ?? {};
		this.isRetryable = options.isRetryable ?? errorCodes[code].retryable;
	}

	/** HTTP status that belongs to the code. */
	get status(): number {
		return errorCodes[this.code].status;
	}

	/** Works across duplicate copies of this package, where instanceof does not. */
	static isInstance(value: unknown): value is AppError {
		return typeof value === "object" && value !== null && brand in value;
	}
}
