import type { Platform } from "@nuclom/platform";
import { databaseChecks } from "./database.ts";
import { type Check, ok } from "./finding.ts";

function storageCheck({ storage, configuration }: Platform): Check {
	return {
		name: "storage",
		failure: "fail",
		async look() {
			await storage.check();
			return ok(configuration.storage.description);
		},
	};
}

function cacheCheck({ cache, configuration }: Platform): Check {
	return {
		name: "redis",
		failure: "fail",
		async look() {
			if (!configuration.cache.url) return ok("not set: each process uses its own memory");
			await cache.check();
			return ok("answers");
		},
	};
}

function mediaCheck({ media }: Platform): Check {
	return {
		name: "ffmpeg",
		failure: "fail",
		async look() {
			const { ffmpegVersion, ffprobeVersion, ffmpegPath, guards } = await media.check();
			const held = guards.length > 0 ? `, limited in ${guards.join(", ")}` : "";
			return ok(`ffmpeg ${ffmpegVersion}, ffprobe ${ffprobeVersion} (${ffmpegPath}${held})`);
		},
	};
}

function aiCheck({ ai, configuration }: Platform): Check {
	return {
		name: "ai",
		failure: "warn",
		async look() {
			if (!ai.isConfigured)
				return ok("not set: no transcripts; OPENAI_API_KEY or OPENAI_BASE_URL brings them");
			await ai.check();
			const { transcription, analysis } = configuration.ai.models;
			return ok(`answers, with ${transcription} and ${analysis}`);
		},
	};
}

function mailCheck({ mailer, outbox }: Platform): Check {
	return {
		name: "mail",
		failure: "warn",
		async look() {
			await mailer.check();
			return ok(
				outbox
					? "kept in the outbox on this machine; SMTP_URL sends it"
					: "the mail server lets us in",
			);
		},
	};
}

/** Every part that can be asked. */
export function partChecks(platform: Platform): Check[] {
	const checks = [...databaseChecks, storageCheck, cacheCheck, mediaCheck, mailCheck, aiCheck];
	return checks.map((create) => create(platform));
}
