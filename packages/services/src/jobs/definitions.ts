import { defineJob } from "@nuclom/queue";

const minuteMs = 60_000;

type VersionPayload = { organizationId: string; videoId: string; versionId: string };

/** Fetch a file from its address. */
export const importVideoJob = defineJob<VersionPayload>({
	name: "video.import",
	retryLimit: 3,
	retryDelayMs: 10_000,
	expireInMs: 7 * 60 * minuteMs,
});

/** Probe, make playable, poster. */
export const processVideoJob = defineJob<VersionPayload>({
	name: "video.process",
	retryLimit: 3,
	expireInMs: 6 * 60 * minuteMs,
});

/** Speech to timed cues. */
export const transcribeVideoJob = defineJob<VersionPayload>({
	name: "video.transcribe",
	retryLimit: 5,
	retryDelayMs: 10_000,
	expireInMs: 2 * 60 * minuteMs,
});

/** Cues to summary, chapters and action items. */
export const analyzeVideoJob = defineJob<VersionPayload>({
	name: "video.analyze",
	retryLimit: 5,
	retryDelayMs: 10_000,
	expireInMs: 30 * minuteMs,
});

/** Gives up an upload that nobody finished. */
export const expireUploadJob = defineJob<{ organizationId: string; uploadId: string }>({
	name: "upload.expire",
	retryLimit: 10,
	expireInMs: 5 * minuteMs,
});

/** Empties the trash of what is too old, and the store of what has no row; adds itself again each hour. */
export const cleanStorageJob = defineJob<object>({
	name: "storage.clean",
	retryLimit: 5,
	expireInMs: 60 * minuteMs,
});

/** Every kind of job, for `createQueue`. */
export const jobs = [
	importVideoJob,
	processVideoJob,
	transcribeVideoJob,
	analyzeVideoJob,
	expireUploadJob,
	cleanStorageJob,
];
