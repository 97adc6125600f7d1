import type { KeptUpload, KeptUploads } from "../kept-uploads.ts";

/** Keeps uploads for as long as a test lasts. */
export function createMemoryKeptUploads(): KeptUploads {
	const all = new Map<string, KeptUpload>();
	return {
		list: async (organizationId) =>
			[...all.values()].filter((upload) => upload.organizationId === organizationId),
		put: async (upload) => void all.set(upload.uploadId, upload),
		setSentBytes: async (uploadId, sentBytes) => {
			const upload = all.get(uploadId);
			if (upload) all.set(uploadId, { ...upload, sentBytes });
		},
		remove: async (uploadId) => void all.delete(uploadId),
	};
}
