import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { AppError } from "@nuclom/core";
import { bareEtag } from "../etag.ts";
import { smallestPartBytes } from "../plan-parts.ts";
import type { PartRef, SignedPart, UploadRef } from "../types.ts";
import { assertPreflight, assertReadable, partRequestHeaders } from "./cors.ts";
import { refusedAddress } from "./object-steps.ts";
import type { Step } from "./steps.ts";
import { ask, refusalOf, type Subject, type Written, wrong } from "./subject.ts";

const contentType = "video/mp4";
const expiresInMs = 600_000;

/** An upload under way, and what the store said to its parts. */
interface Upload extends UploadRef {
	readonly parts: PartRef[];
}

const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("base64");

async function begin({ storage }: Subject, written: Written, name: string): Promise<Upload> {
	const key = written.key(name);
	const options = { contentType, partSizeBytes: smallestPartBytes };
	const upload = { key, ...(await storage.createMultipart(key, options)), parts: [] };
	written.uploads.add(upload);
	return upload;
}

function signed({ storage }: Subject, upload: UploadRef, partNumber: number, bytes: Uint8Array) {
	const { key, storageUploadId } = upload;
	const contentMd5 = md5(bytes);
	const part = { key, storageUploadId, partNumber, sizeBytes: bytes.length, contentMd5 };
	return storage.signPart({ ...part, expiresInMs });
}

/** Sends a part as a page does; the browser adds the origin and the type by itself. */
async function sendBytes(
	subject: Subject,
	{ url, headers }: Pick<SignedPart, "url" | "headers">,
	bytes: Uint8Array,
	signal: AbortSignal,
): Promise<Response> {
	const [origin] = subject.origins;
	return ask(url, {
		method: "PUT",
		headers: { ...headers, "content-type": contentType, ...(origin ? { origin } : {}) },
		body: bytes as Uint8Array<ArrayBuffer>,
		signal,
	});
}

/** Sends the next part. R2's ETags of parts need not be their MD5, so nothing is asked of them. */
async function sendPart(
	subject: Subject,
	upload: Upload,
	bytes: Uint8Array,
	signal: AbortSignal,
): Promise<Headers> {
	const partNumber = upload.parts.length + 1;
	const address = await signed(subject, upload, partNumber, bytes);
	const response = await sendBytes(subject, address, bytes, signal);
	if (!response.ok) throw refusedAddress(await refusalOf(response));
	const etag = bareEtag(response.headers.get("etag") ?? "");
	if (!etag)
		throw wrong("The storage gives a part no ETag.", "Look for a proxy that takes it away.");
	upload.parts.push({ partNumber, etag });
	return response.headers;
}

async function preflight(subject: Subject, upload: Upload, signal: AbortSignal): Promise<string> {
	const { url } = await signed(subject, upload, 1, new Uint8Array(1));
	for (const origin of subject.origins) {
		const response = await ask(url, {
			method: "OPTIONS",
			headers: {
				origin,
				"access-control-request-method": "PUT",
				"access-control-request-headers": partRequestHeaders.join(","),
			},
			signal,
		});
		await response.body?.cancel();
		assertPreflight(response, origin);
	}
	return `PUT is allowed for ${subject.origins.join(", ")}`;
}

/** An upload as a browser makes it: leave asked for, two parts sent, listed and joined. */
export function uploadSteps(subject: Subject, written: Written): Step[] {
	const { storage, origins } = subject;
	const bodies = [randomBytes(smallestPartBytes), randomBytes(1000)];
	const sizeBytes = smallestPartBytes + 1000;
	let upload: Upload | undefined;
	let answer: Headers | undefined;
	const begun = () => {
		if (!upload) throw new AppError("UPLOAD_NOT_FOUND", "No upload was begun.");
		return upload;
	};
	const start: Step = {
		name: "multipart",
		needs: ["put"],
		right: "s3:PutObject",
		async run() {
			upload = await begin(subject, written, "video.mp4");
			return "begun";
		},
	};
	const leave: Step = {
		name: "CORS preflight",
		needs: ["multipart", "clock"],
		run: (signal) => preflight(subject, begun(), signal),
	};
	const send: Step = {
		name: "presigned PUT",
		needs: ["multipart", "clock"],
		async run(signal) {
			for (const body of bodies) answer = await sendPart(subject, begun(), body, signal);
			return "2 parts, 5 MiB and 1000 bytes";
		},
	};
	const checksum: Step = {
		name: "checksum",
		needs: ["presigned PUT"],
		async run(signal) {
			const address = await signed(subject, begun(), 3, randomBytes(1000));
			const response = await sendBytes(subject, address, randomBytes(1000), signal);
			await response.body?.cancel();
			if (!response.ok) return `other bytes than announced are refused (${response.status})`;
			throw wrong(
				"The storage took other bytes than the MD5 of a part announced.",
				"It does not check Content-MD5: use one that does, such as R2, S3 or Ceph.",
			);
		},
	};
	const read: Step = {
		name: "CORS answer",
		needs: ["CORS preflight", "presigned PUT"],
		async run() {
			for (const origin of origins.slice(0, 1)) {
				assertReadable(answer ?? new Headers(), origin, ["ETag"]);
			}
			return "pages can read the ETag";
		},
	};
	const list: Step = {
		name: "list parts",
		needs: ["presigned PUT"],
		right: "s3:ListMultipartUploadParts",
		async run() {
			const listed = await storage.listParts(begun());
			const parts = listed.filter(({ partNumber }) => partNumber < 3);
			const text = (all: readonly PartRef[]) =>
				all.map(({ partNumber, etag }) => `${partNumber} ${bareEtag(etag)}`).join();
			if (text(parts) === text(begun().parts)) return `${parts.length} parts`;
			throw wrong("The storage lists other parts than were sent.", "Ask the storage's provider.");
		},
	};
	const complete: Step = {
		name: "complete",
		needs: ["presigned PUT"],
		right: "s3:PutObject",
		async run(signal) {
			const done = begun();
			const head = await storage.completeMultipart(done);
			written.uploads.delete(done);
			const { stream } = await storage.get(head.key, {
				range: { start: smallestPartBytes },
				signal,
			});
			const isWhole = head.sizeBytes === sizeBytes && bodies[1]?.equals(await buffer(stream));
			if (isWhole) return `${sizeBytes} bytes`;
			throw wrong("The joined object is not what was sent.", "Ask the storage's provider.");
		},
	};
	const browser = origins.length > 0 ? [leave] : [];
	const readable = origins.length > 0 ? [read] : [];
	return [start, ...browser, send, ...readable, checksum, list, complete];
}

/** An upload that is given up must be gone. */
export function abortStep(subject: Subject, written: Written): Step {
	const { storage } = subject;
	return {
		name: "abort",
		needs: ["multipart", "clock"],
		right: "s3:AbortMultipartUpload",
		async run(signal) {
			const upload = await begin(subject, written, "aborted.mp4");
			await sendPart(subject, upload, randomBytes(1000), signal);
			await storage.abortMultipart(upload);
			const left = await storage.listParts(upload).catch((error: unknown) => {
				if (AppError.isInstance(error) && error.code === "UPLOAD_NOT_FOUND") return [];
				throw error;
			});
			if (left.length > 0 || (await storage.head(upload.key))) {
				throw wrong(
					"An upload that was given up is still there.",
					"Give the key in CLOUDFLARE_R2_ACCESS_KEY the right s3:AbortMultipartUpload.",
				);
			}
			written.uploads.delete(upload);
			return "nothing is left";
		},
	};
}
