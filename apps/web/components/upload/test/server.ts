import type { ApiClient } from "@nuclom/api/client";
import { ORPCError } from "@orpc/client";
import { vi } from "vitest";
import type { KeptUploads } from "../kept-uploads.ts";
import type { PutPart } from "../put-part.ts";
import { createUploadStore } from "../upload-store.ts";
import { createUploader } from "../uploader.ts";
import { hash } from "./hash.ts";
import { createMemoryKeptUploads } from "./memory-kept-uploads.ts";

/** Uppy cuts no smaller ones. */
export const partSizeBytes = 5 * 1024 ** 2;
export const target = { organizationId: "org", organizationSlug: "acme" };

/** Bytes that differ from part to part. */
export function fileOf(name: string, bytes = 25, seed = 0, lastModified = 1000) {
	const content = new Uint8Array(bytes).fill(seed);
	for (let at = 0; at < bytes; at += 1024) content[at] = (at / 1024 + seed) % 251;
	return { file: new File([content], name, { lastModified }) };
}

interface Stored {
	readonly sizeBytes: number;
	readonly etag: string;
}

/** A server that keeps uploads in memory. */
function createServer() {
	const uploads = new Map<string, { fileName: string; parts: Map<number, Stored> }>();
	const expiresAt = "2100-01-01T00:00:00Z";
	const find = (uploadId: string) => {
		const upload = uploads.get(uploadId);
		if (upload) return upload;
		throw new ORPCError("UPLOAD_NOT_FOUND", { status: 404, message: "There is no such upload." });
	};
	const describe = (uploadId: string, sizeBytes: number) => ({
		...{ uploadId, videoId: `video-of-${uploadId}`, organizationId: "org", expiresAt },
		...{ partSizeBytes, partCount: Math.ceil(sizeBytes / partSizeBytes) },
	});
	const calls = {
		list: vi.fn(async () => ({
			uploads: [...uploads.keys()].map((uploadId) => ({ uploadId })),
		})),
		create: vi.fn(async ({ fileName, sizeBytes }: { fileName: string; sizeBytes: number }) => {
			const uploadId = `upload-${uploads.size + 1}`;
			uploads.set(uploadId, { fileName, parts: new Map() });
			return describe(uploadId, sizeBytes);
		}),
		signParts: vi.fn(
			async (input: { uploadId: string; partNumbers: number[]; contentMd5s?: string[] }) => {
				find(input.uploadId);
				const parts = input.partNumbers.map((partNumber, index) => ({
					...{ partNumber, url: `/${input.uploadId}/${partNumber}`, expiresAt },
					headers: { "content-md5": input.contentMd5s?.[index] ?? "" },
				}));
				return { parts };
			},
		),
		listParts: vi.fn(async ({ uploadId }: { uploadId: string }) => ({
			parts: [...find(uploadId).parts].map(([partNumber, part]) => ({ partNumber, ...part })),
		})),
		complete: vi.fn(async ({ uploadId }: { uploadId: string; parts: unknown[] }) => ({
			videoId: `video-of-${uploadId}`,
		})),
		abort: vi.fn(async ({ uploadId }: { uploadId: string }) => {
			uploads.delete(uploadId);
			return { uploadId };
		}),
	};
	const store = async (url: string, body: Blob) => {
		const [, uploadId = "", partNumber] = url.split("/");
		const etag = await hash(body);
		find(uploadId).parts.set(Number(partNumber), { sizeBytes: body.size, etag: `"${etag}"` });
		return `"${etag}"`;
	};
	const client = {
		uploads: calls,
		configuration: { get: async () => ({ maxUploadBytes: 100 * 1024 ** 2 }) },
	} as unknown as ApiClient;
	return { calls, client, store, uploads };
}

export interface WindowOptions {
	readonly server?: ReturnType<typeof createServer>;
	readonly kept?: KeptUploads;
	/** Comes before the store, and may fail or wait. */
	readonly before?: (part: Parameters<PutPart>[0]) => Promise<void>;
}

/** A window of the browser with its tray. */
export function openWindow({
	server = createServer(),
	kept = createMemoryKeptUploads(),
	before,
}: WindowOptions = {}) {
	const store = createUploadStore();
	const sent: string[] = [];
	const put: PutPart = async (part) => {
		await before?.(part);
		part.onProgress(part.body.size);
		sent.push(part.url);
		return server.store(part.url, part.body);
	};
	const uploader = createUploader({
		...{ client: server.client, store, put, hash, kept },
		onVideoChange: () => {},
		retryDelaysMs: [1, 1],
	});
	const add = (...files: ReturnType<typeof fileOf>[]) =>
		uploader.add({ files, emptyFolders: [] }, target);
	const until = (state: string, index = 0) =>
		vi.waitFor(() => {
			const found = store.items()[index]?.state;
			if (found !== state) throw new Error(`Row ${index} is ${found}, not ${state}`);
		});
	const id = (index = 0) => store.items()[index]?.id ?? "";
	return { ...{ uploader, store, kept, server, calls: server.calls, sent }, add, until, id };
}

/** Parts that wait until they are let go. */
export function gate() {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	const pass = ({ signal }: { signal: AbortSignal }) =>
		Promise.race([
			opened,
			new Promise<never>((_, reject) =>
				signal.addEventListener("abort", () => reject(signal.reason)),
			),
		]);
	return { pass, open };
}
