import { ORPCError } from "@orpc/client";

/** Why an upload stopped: what happened, what is safe, what to do. */
export interface UploadTrouble {
	readonly what: string;
	readonly safe?: string | undefined;
	readonly next?: string | undefined;
	/** Going on from where it stopped may work. */
	readonly canResume: boolean;
	/** The network failed: it goes on by itself when the machine is online again. */
	readonly isConnection?: boolean | undefined;
	/** Of the failed request, for whoever helps. */
	readonly requestId?: string | undefined;
}

/** The file on disk cannot be read any more. */
export class FileUnreadableError extends Error {}

/** The store answered a part with something else than success; status 0 means no answer came. */
export class PartError extends Error {
	readonly status: number;

	constructor(status: number) {
		super(status === 0 ? "No answer" : `The store answered ${status}`);
		this.status = status;
	}
}

const safeParts = "Everything sent so far is kept.";

interface CodedError {
	readonly code: string;
	readonly message: string;
	readonly status: number;
	readonly hint?: string | undefined;
	readonly requestId?: string | undefined;
}

function asCoded(error: unknown): CodedError | null {
	if (!(error instanceof ORPCError)) return null;
	const data: { hint?: string; requestId?: string } = error.data ?? {};
	const { code, message, status } = error;
	return { code: String(code), message, status, hint: data.hint, requestId: data.requestId };
}

export const hasCode = (error: unknown, code: string) => asCoded(error)?.code === code;

/** Will the same request perhaps succeed a little later? Network failures count. */
export function isTransient(error: unknown): boolean {
	if (error instanceof FileUnreadableError) return false;
	const status = error instanceof PartError ? error.status : (asCoded(error)?.status ?? 0);
	return status === 0 || status === 408 || status === 429 || status >= 500;
}

const gone = new Set(["UPLOAD_NOT_FOUND", "NOT_FOUND", "VIDEO_NOT_FOUND"]);

/** The server knows nothing of this upload any more. */
export const isGone = (error: unknown) => gone.has(asCoded(error)?.code ?? "");

/** Refusals after which going on sends what is missing. */
const mendable = new Set(["UNAUTHENTICATED", "UPLOAD_PARTS_MISSING", "UPLOAD_PART_INVALID"]);

/** @param percent of the file that the store keeps; 0 when no part has arrived whole. */
export function describeTrouble(error: unknown, percent: number): UploadTrouble {
	if (error instanceof FileUnreadableError) {
		return {
			what: "The file was moved, changed or removed on this computer while it was uploading.",
			next: "Drop it again to upload it from the start.",
			canResume: false,
		};
	}
	const coded = asCoded(error);
	if (coded && isGone(error)) {
		return {
			what: "This upload is no longer there: it was given up elsewhere or has expired.",
			next: "Drop the file again to upload it from the start.",
			canResume: false,
			requestId: coded.requestId,
		};
	}
	if (coded && !isTransient(error)) {
		const { message: what, hint: next, requestId } = coded;
		const canResume = coded.status === 401 || mendable.has(coded.code);
		return { what, next, canResume, requestId };
	}
	return describeInterruption(error, coded, percent);
}

function describeInterruption(
	error: unknown,
	coded: CodedError | null,
	percent: number,
): UploadTrouble {
	const status = error instanceof PartError ? error.status : (coded?.status ?? 0);
	const where = percent > 0 ? ` at ${percent} %` : "";
	const safe = percent > 0 ? safeParts : undefined;
	const common = { safe, canResume: true, requestId: coded?.requestId };
	if (status === 0) {
		return { ...common, what: `The connection dropped${where}.`, isConnection: true };
	}
	if (status === 507) {
		return {
			...common,
			what: `The server's storage is full; the upload stopped${where}.`,
			next: "Ask whoever runs it to make room, then resume.",
		};
	}
	if (status >= 400 && status < 500) {
		return { ...common, what: `The storage refused a part${where} (HTTP ${status}).` };
	}
	return { ...common, what: `The server could not take more${where}.` };
}
