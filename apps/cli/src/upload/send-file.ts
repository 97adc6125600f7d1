import { AppError } from "@nuclom/core";
import { contentTypeOf } from "./content-type.ts";
import type { KeptUpload, UploadMemory } from "./kept-upload.ts";
import { patiently } from "./patiently.ts";
import {
	numbersOf,
	type PartPlan,
	type Sending,
	type StoredPart,
	sectionOf,
	sendParts,
} from "./send-parts.ts";
import { isSame } from "./source.ts";

export interface FileSending extends Sending {
	readonly memory: UploadMemory;
	readonly title?: string;
	/** What a person should know meanwhile. */
	readonly tell: (text: string) => void;
	/** Bytes that were there already. */
	readonly onKept: (bytes: number) => void;
}

export interface SentFile {
	readonly videoId: string;
	/** Bytes that an earlier run had sent. */
	readonly keptBytes: number;
}

interface Plan extends PartPlan {
	readonly videoId: string;
}

interface Progress {
	readonly isComplete: boolean;
	readonly parts: readonly StoredPart[];
}

const codeOf = (error: unknown) => (AppError.isInstance(error) ? error.code : undefined);

/** How far the server is with an upload; undefined when it knows it no more. */
async function askProgress(sending: FileSending, plan: Plan): Promise<Progress | undefined> {
	const { server, source, signal } = sending;
	const input = { organizationId: server.organization.id, uploadId: plan.uploadId };
	try {
		const { parts } = await patiently(() => server.api.uploads.listParts(input), { signal });
		const isWhole = (part: { partNumber: number; sizeBytes: number }) =>
			part.sizeBytes === sectionOf(plan, source.facts.sizeBytes, part.partNumber).sizeBytes;
		return { isComplete: false, parts: parts.filter(isWhole) };
	} catch (error) {
		if (codeOf(error) === "UPLOAD_ALREADY_COMPLETED") return { isComplete: true, parts: [] };
		if (codeOf(error) === "UPLOAD_NOT_FOUND") return undefined;
		throw error;
	}
}

/** Gives up what cannot be gone on with; if that fails, it expires by itself. */
async function giveUp({ server, memory }: FileSending, { uploadId }: { uploadId: string }) {
	const input = { organizationId: server.organization.id, uploadId };
	await server.api.uploads.abort(input).catch(() => undefined);
	await memory.forget();
}

async function begin(sending: FileSending): Promise<Plan> {
	const { server, source, memory, signal, title } = sending;
	const { sizeBytes } = source.facts;
	const input = {
		...{ organizationId: server.organization.id, fileName: source.name, sizeBytes },
		...{ contentType: contentTypeOf(source.name), ...(title === undefined ? {} : { title }) },
	};
	const create = () => server.api.uploads.create(input);
	const plan = await patiently(create, { signal, isOnlyWhenAsked: true });
	const { uploadId, videoId, partSizeBytes, partCount } = plan;
	await memory.write({ ...source.facts, uploadId, videoId, partSizeBytes, partCount });
	return plan;
}

/** An earlier run's upload of this very file, with what the server has of it. */
async function findEarlier(sending: FileSending) {
	const { source, memory, tell } = sending;
	const kept: KeptUpload | undefined = await memory.read();
	if (!kept) return undefined;
	if (!isSame(kept, source.facts)) {
		tell(`${source.name} has changed since it was begun; it is sent from its beginning.`);
		await giveUp(sending, kept);
		return undefined;
	}
	const progress = await askProgress(sending, kept);
	if (progress) return { plan: kept, progress };
	tell(
		`The server no longer has the earlier part of ${source.name}; it is sent from its beginning.`,
	);
	await memory.forget();
	return undefined;
}

/** Parts that the server found wanting when it joined them. */
function wantedAgain(error: unknown): number[] | undefined {
	if (!AppError.isInstance(error)) return undefined;
	const { missing, partNumbers } = error.data as Record<string, number[] | undefined>;
	if (error.code === "UPLOAD_PARTS_MISSING") return missing ?? [];
	if (error.code === "UPLOAD_PART_INVALID") return partNumbers ?? [];
	return undefined;
}

/** Sends what is missing and joins it; what the server finds wanting is sent once more. */
async function finish(sending: FileSending, plan: Plan, stored: readonly StoredPart[]) {
	const { server, source, signal } = sending;
	const { uploadId } = plan;
	const etags = new Map(stored.map(({ partNumber, etag }) => [partNumber, etag]));
	for (let round = 1; ; round += 1) {
		const missing = numbersOf(plan).filter((partNumber) => !etags.has(partNumber));
		for (const part of await sendParts(sending, plan, missing)) {
			etags.set(part.partNumber, part.etag);
		}
		await source.assertUnchanged();
		const parts = [...etags].map(([partNumber, etag]) => ({ partNumber, etag }));
		const input = { organizationId: server.organization.id, uploadId, parts };
		try {
			// Sent twice, it gives the same answer: a lost one is asked for again.
			await patiently(() => server.api.uploads.complete(input), { signal });
			return;
		} catch (error) {
			const again = wantedAgain(error);
			if (!again || round === 3) throw error;
			for (const partNumber of again) {
				if (!etags.delete(partNumber)) continue;
				sending.onSent(-sectionOf(plan, source.facts.sizeBytes, partNumber).sizeBytes);
			}
		}
	}
}

/**
 * Sends one file, or what is missing of it. Whatever ends it, the next call with the same file goes on.
 * @throws {AppError} what the server or the store said, UPLOAD_FILE_CHANGED, SERVER_UNREACHABLE
 */
export async function sendFile(sending: FileSending): Promise<SentFile> {
	const { source, memory, onKept } = sending;
	const earlier = await findEarlier(sending);
	if (earlier?.progress.isComplete) {
		await memory.forget();
		onKept(source.facts.sizeBytes);
		return { videoId: earlier.plan.videoId, keptBytes: source.facts.sizeBytes };
	}
	const plan = earlier?.plan ?? (await begin(sending));
	const stored = earlier?.progress.parts ?? [];
	const bytesOf = ({ partNumber }: StoredPart) =>
		sectionOf(plan, source.facts.sizeBytes, partNumber).sizeBytes;
	const keptBytes = stored.reduce((sum, part) => sum + bytesOf(part), 0);
	onKept(keptBytes);
	try {
		await finish(sending, plan, stored);
	} catch (error) {
		if (codeOf(error) === "UPLOAD_FILE_CHANGED") await giveUp(sending, plan);
		throw error;
	}
	await memory.forget();
	return { videoId: plan.videoId, keptBytes };
}
