import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { AppError } from "@nuclom/core";
import { assertReadable } from "./cors.ts";
import type { Step } from "./steps.ts";
import { ask, refusalOf, type Subject, type Written, wrong } from "./subject.ts";

const sizeBytes = 1000;
const binary = { contentType: "application/octet-stream" };

function otherBytes(what: string): AppError {
	return new AppError("STORAGE_UNAVAILABLE", `${what} gives other bytes than were sent.`, {
		hint: "Something between here and the storage changes them: look for a proxy, and ask the provider.",
	});
}

async function assertRefusedTwice(subject: Subject, key: string, body: Uint8Array): Promise<void> {
	const { storage } = subject;
	const again = storage.put(key, body, { ...binary, sizeBytes, ifAbsent: true });
	const failure = await again.then(
		() => undefined,
		(error: unknown) => error,
	);
	if (AppError.isInstance(failure) && failure.code === "STORAGE_OBJECT_EXISTS") return;
	if (failure !== undefined) throw failure;
	throw wrong(
		"The storage overwrote an object that was to be kept.",
		"It does not know If-None-Match: use one that does, such as R2, S3 or Ceph 16 and later.",
	);
}

/** One object: written, looked at, read in part, kept from being overwritten, found and read through an address. */
export function objectSteps(subject: Subject, written: Written): Step[] {
	const { storage, origins } = subject;
	const key = written.key("object.bin");
	const body = randomBytes(sizeBytes);
	const put: Step = {
		name: "put",
		needs: ["answer"],
		right: "s3:PutObject and s3:GetObject",
		async run(signal) {
			await storage.put(key, body, { ...binary, sizeBytes, signal });
			return `${sizeBytes} bytes`;
		},
	};
	const head: Step = {
		name: "head",
		needs: ["put"],
		right: "s3:GetObject",
		async run() {
			const found = await storage.head(key);
			if (found?.sizeBytes === sizeBytes && found.contentType === binary.contentType) {
				return `${found.sizeBytes} bytes, ${found.contentType}`;
			}
			throw otherBytes("A head");
		},
	};
	const range: Step = {
		name: "range read",
		needs: ["put"],
		right: "s3:GetObject",
		async run(signal) {
			const { stream } = await storage.get(key, { range: { start: 100, end: 199 }, signal });
			if (body.subarray(100, 200).equals(await buffer(stream))) return "bytes 100–199";
			throw otherBytes("A range");
		},
	};
	const conditional: Step = {
		name: "conditional put",
		needs: ["put"],
		async run() {
			await assertRefusedTwice(subject, key, body);
			return "a second one is refused";
		},
	};
	const list: Step = {
		name: "list",
		needs: ["put"],
		right: "s3:ListBucket",
		async run() {
			const { objects } = await storage.list({ prefix: written.prefix });
			if (objects.some((object) => object.key === key)) return "the object is there";
			throw new AppError("STORAGE_UNAVAILABLE", "A list lacks an object that was just put.", {
				hint: "Use a storage whose lists are consistent, as R2, S3 and Ceph are.",
			});
		},
	};
	const signedGet: Step = {
		name: "presigned GET",
		needs: ["put", "clock"],
		async run(signal) {
			const { url } = await storage.signGet(key, { expiresInMs: 600_000 });
			const [origin] = origins;
			const from: Record<string, string> = origin ? { origin } : {};
			const response = await ask(url, { headers: { ...from, range: "bytes=0-99" }, signal });
			if (response.status !== 206) throw refusedAddress(await refusalOf(response));
			const bytes = Buffer.from(await response.arrayBuffer());
			if (!body.subarray(0, 100).equals(bytes)) throw otherBytes("An address");
			if (origin) assertReadable(response.headers, origin, ["Content-Range"]);
			return origin ? `a range, readable for ${origin}` : "a range";
		},
	};
	return [put, head, range, conditional, list, signedGet];
}

/** What is wrong with a presigned address that the store refuses, by S3's code. */
export function refusedAddress(refusal: string): AppError {
	const message = `The storage refuses an address that was just signed (${refusal}).`;
	if (/RequestTimeTooSkewed|RequestExpired|AccessDenied|EXPIRED/.test(refusal)) {
		return wrong(
			message,
			"Set this machine's clock by NTP: timedatectl set-ntp true\nIf it is right, give the key in CLOUDFLARE_R2_ACCESS_KEY the right to read and write objects.",
		);
	}
	if (/SignatureDoesNotMatch/.test(refusal)) {
		return wrong(
			message,
			"Set CLOUDFLARE_R2_SECRET_KEY to the secret that belongs to CLOUDFLARE_R2_ACCESS_KEY. If it does, a proxy at CLOUDFLARE_R2_ENDPOINT changes the host or headers: give the storage's own address.",
		);
	}
	return wrong(message, "Check CLOUDFLARE_R2_ENDPOINT and CLOUDFLARE_R2_BUCKET.");
}
