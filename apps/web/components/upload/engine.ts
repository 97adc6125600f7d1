import AwsS3, { type AwsS3Part } from "@uppy/aws-s3";
import Uppy from "@uppy/core";
import { slotCount } from "./connection-slots.ts";
import { type SenderOptions, sendPart, signPart } from "./part-sender.ts";
import type { SignedParts } from "./signed-parts.ts";

export interface StoredPart {
	readonly partNumber: number;
	readonly etag: string;
}

/** One file's transfer: what Uppy needs to know of our protocol, and what it tells. */
interface Transfer {
	readonly file: File;
	readonly uploadId: string;
	/** As the server dictates; Uppy cuts the file by it. */
	readonly partSizeBytes: number;
	readonly signed: SignedParts;
	/** What the store has already; asked at every beginning. */
	readonly listParts: () => Promise<readonly StoredPart[]>;
	readonly complete: (parts: readonly StoredPart[]) => Promise<void>;
	/** All bytes of this file that have left: kept parts and parts under way. */
	readonly onProgress: (sentBytes: number) => void;
	readonly onPart: (partNumber: number) => void;
	readonly onDone: () => void;
	readonly onFailed: (error: unknown) => void;
}

export interface Engine {
	/** Sends what the store does not have. */
	readonly start: (id: string, transfer: Transfer) => void;
	readonly pause: (id: string) => void;
	readonly resume: (id: string) => void;
	/** Lets go of a file; the store keeps its parts. */
	readonly stop: (id: string) => void;
}

export interface EngineOptions extends SenderOptions {
	readonly retryDelaysMs?: readonly number[] | undefined;
}

/** Between the tries of one part. */
const defaultDelaysMs = [500, 1500, 4000, 8000, 15_000] as const;

/**
 * Uppy sends the parts: several at a time, each with its own repetitions, paused while the machine is offline.
 * Every transfer begins as one that is gone on with, because that is how Uppy lists before it sends and keeps
 * the parts when it gives up.
 */
export function createEngine(options: EngineOptions): Engine {
	const transfers = new Map<string, Transfer>();
	const uppyIds = new Map<string, string>();
	const partSizes = new WeakMap<object, number>();
	const uppy = new Uppy({ autoProceed: false, logger: { debug() {}, warn() {}, error() {} } });
	const find = (uppyId: string) => {
		const transfer = transfers.get(uppyId);
		if (!transfer) throw new DOMException("Let go of", "AbortError");
		return transfer;
	};
	uppy.use(AwsS3, {
		shouldUseMultipart: true,
		limit: slotCount,
		retryDelays: [...(options.retryDelaysMs ?? defaultDelaysMs)],
		getChunkSize: (file) => partSizes.get(file) ?? file.size,
		createMultipartUpload: ({ id }) => ({ uploadId: find(id).uploadId, key: find(id).uploadId }),
		listParts: async ({ id }) => {
			const parts = await find(id).listParts();
			return parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
		},
		signPart: async ({ id }, { partNumber }) => signPart(find(id).signed, partNumber),
		uploadPartBytes: (sending) => sendPart(options, sending),
		completeMultipartUpload: async ({ id }, { parts }) => {
			await find(id).complete(parts.map(toStoredPart));
			return {};
		},
		abortMultipartUpload: async () => {},
	});

	const letGo = (uppyId: string) => {
		transfers.delete(uppyId);
		if (uppy.getFile(uppyId)) uppy.removeFile(uppyId);
	};
	uppy.on("upload-progress", (file, { bytesUploaded }) => {
		if (file) transfers.get(file.id)?.onProgress(bytesUploaded);
	});
	uppy.on("s3-multipart:part-uploaded", (file, { PartNumber }) =>
		transfers.get(file.id)?.onPart(PartNumber),
	);
	uppy.on("upload-success", (file) => {
		const transfer = transfers.get(file?.id ?? "");
		letGo(file?.id ?? "");
		transfer?.onDone();
	});
	uppy.on("upload-error", (file, error) => {
		const transfer = transfers.get(file?.id ?? "");
		letGo(file?.id ?? "");
		transfer?.onFailed(error);
	});

	const setPaused = (id: string, isPaused: boolean) => {
		const uppyId = uppyIds.get(id) ?? "";
		const file = uppy.getFile(uppyId);
		if (file && (file.isPaused ?? false) !== isPaused) uppy.pauseResume(uppyId);
	};

	return {
		start(id, transfer) {
			const { file, uploadId, partSizeBytes } = transfer;
			partSizes.set(file, partSizeBytes);
			// The path makes Uppy's id this row's own: the same file may be sent twice.
			const meta = { relativePath: id };
			const uppyId = uppy.addFile({ name: file.name, type: file.type, data: file, meta });
			uppyIds.set(id, uppyId);
			transfers.set(uppyId, transfer);
			uppy.setFileState(uppyId, { s3Multipart: { uploadId, key: uploadId } } as object);
			// Failures are told by "upload-error".
			void uppy.upload().catch(() => {});
		},
		pause: (id) => setPaused(id, true),
		resume: (id) => setPaused(id, false),
		stop(id) {
			letGo(uppyIds.get(id) ?? "");
			uppyIds.delete(id);
		},
	};
}

const toStoredPart = ({ PartNumber = 0, ETag = "" }: AwsS3Part): StoredPart => ({
	partNumber: PartNumber,
	etag: ETag,
});
