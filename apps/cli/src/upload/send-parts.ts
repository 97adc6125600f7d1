import { AppError } from "@nuclom/core";
import pLimit from "p-limit";
import { patiently } from "./patiently.ts";
import type { Sender } from "./put-part.ts";
import type { Server } from "./server.ts";
import { createSignedParts, type SignedParts } from "./signed-parts.ts";
import type { Section, Source } from "./source.ts";

export interface PartPlan {
	readonly uploadId: string;
	readonly partSizeBytes: number;
	readonly partCount: number;
}

export interface StoredPart {
	readonly partNumber: number;
	readonly etag: string;
}

export interface Sending {
	readonly server: Server;
	readonly sender: Sender;
	readonly source: Source;
	readonly parallel: number;
	readonly signal: AbortSignal;
	/** Bytes that left; negative when a part must be sent again. */
	readonly onSent: (bytes: number) => void;
	readonly onTrouble: (error: AppError) => void;
}

/** Where a part lies in the file. */
export function sectionOf(plan: PartPlan, fileBytes: number, partNumber: number): Section {
	const start = (partNumber - 1) * plan.partSizeBytes;
	return { start, sizeBytes: Math.min(plan.partSizeBytes, fileBytes - start) };
}

export const numbersOf = ({ partCount }: PartPlan): number[] =>
	Array.from({ length: partCount }, (_, index) => index + 1);

/** Sends the parts, several at a time. After the first that fails for good, none is begun. */
export async function sendParts(
	sending: Sending,
	plan: PartPlan,
	partNumbers: readonly number[],
): Promise<StoredPart[]> {
	const { server, source, parallel } = sending;
	const failed = new AbortController();
	const signal = AbortSignal.any([sending.signal, failed.signal]);
	const section = (partNumber: number) => sectionOf(plan, source.facts.sizeBytes, partNumber);
	const { uploadId } = plan;
	const signed = createSignedParts({ server, uploadId, source, section, partNumbers, signal });
	const limit = pLimit(parallel);
	const sent = partNumbers.map((partNumber) =>
		limit(async () => {
			try {
				return await sendPart({ ...sending, signal }, signed, partNumber, section(partNumber));
			} catch (error) {
				// The others are told to end by this error, so it is what is reported.
				failed.abort(error);
				throw error;
			}
		}),
	);
	const results = await Promise.allSettled(sent);
	sending.signal.throwIfAborted();
	failed.signal.throwIfAborted();
	return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

function sendPart(
	{ server, sender, source, signal, onSent, onTrouble }: Sending,
	signed: SignedParts,
	partNumber: number,
	section: Section,
): Promise<StoredPart> {
	const attempt = async () => {
		const { url, headers } = await signed.get(partNumber);
		let sentBytes = 0;
		try {
			const etag = await sender.put({
				// A store on the server's own disk is named relative to the server.
				...{ url: new URL(url, server.url), headers, sizeBytes: section.sizeBytes, signal },
				body: source.read(section),
				onSent(bytes) {
					sentBytes += bytes;
					onSent(bytes);
				},
			});
			return { partNumber, etag };
		} catch (error) {
			onSent(-sentBytes);
			signal.throwIfAborted();
			// Expired, or other bytes than were signed: with a new address and checksum it may go.
			signed.forget(partNumber);
			await source.assertUnchanged();
			throw isRefusedAddress(error) ? tryAgain(error) : error;
		}
	};
	return patiently(attempt, { signal, onTrouble });
}

const isRefusedAddress = (error: unknown): error is AppError =>
	AppError.isInstance(error) && [400, 403].includes(Number(error.data.status));

function tryAgain(error: AppError): AppError {
	const { code, message, hint, data } = error;
	return new AppError(code, message, { ...(hint ? { hint } : {}), data, isRetryable: true });
}
