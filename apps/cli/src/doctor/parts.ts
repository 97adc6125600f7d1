import { AppError } from "@nuclom/core";
import { migrationStatus } from "@nuclom/db";
import type { Platform } from "@nuclom/platform";
import { requireKnownSchema } from "../local/migrate-all.ts";
import { type Check, ok } from "./finding.ts";

const supportedMajors = [15, 16, 17, 18];

interface Facts {
	readonly version: string;
	readonly now: Date | string;
}

async function askDatabase({ database }: Platform): Promise<Facts> {
	await database.check();
	const [row] = await database.drizzle.$client<Facts[]>`
		select current_setting('server_version') as version, clock_timestamp() as now`;
	if (!row) throw new AppError("DATABASE_UNAVAILABLE", "The database gave no answer.");
	return row;
}

function databaseCheck(platform: Platform): Check {
	return {
		name: "database",
		failure: "fail",
		async look() {
			const { version } = await askDatabase(platform);
			const major = Number.parseInt(version, 10);
			const text = `PostgreSQL ${version}`;
			if (supportedMajors.includes(major)) return ok(text);
			return { status: "warn", message: text, hint: "Tested with PostgreSQL 15 to 18." };
		},
	};
}

function migrationsCheck({ configuration }: Platform): Check {
	return {
		name: "migrations",
		failure: "fail",
		async look() {
			const status = await migrationStatus({ url: configuration.database.directUrl });
			requireKnownSchema(status);
			if (status.pending.length === 0) return ok(`all ${status.applied.length} applied`);
			const message = `${status.pending.length} migration(s) are not applied`;
			throw new AppError("DATABASE_SCHEMA_BEHIND", message, { hint: "Run: nuclom migrate" });
		},
	};
}

const allowedSkewMs = 5_000;

/** Signed addresses and sessions live by the clock, and two of them must agree. */
function clockCheck(platform: Platform): Check {
	return {
		name: "clock",
		failure: "fail",
		async look() {
			const before = Date.now();
			const { now } = await askDatabase(platform);
			const middle = (before + Date.now()) / 2;
			const skewMs = Math.round(Math.abs(new Date(now).getTime() - middle));
			const text = `${skewMs} ms apart from the database's`;
			if (skewMs <= allowedSkewMs) return ok(text);
			return {
				status: "warn",
				message: text,
				hint: "Set both clocks by NTP: timedatectl set-ntp true",
			};
		},
	};
}

function queueCheck({ queue }: Platform): Check {
	return {
		name: "queue",
		failure: "fail",
		async look() {
			const counts = Object.values(await queue.counts());
			const sum = (pick: (one: (typeof counts)[number]) => number) =>
				counts.reduce((total, one) => total + pick(one), 0);
			const text = `${sum((one) => one.queued)} waiting, ${sum((one) => one.active)} running, ${sum((one) => one.failed)} failed`;
			return ok(text);
		},
	};
}

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
			if (!configuration.cache.url) return ok("not set: each process keeps its own memory");
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
			const held = guards.length > 0 ? `, held by ${guards.join(", ")}` : "";
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
				return ok("not set: no transcripts (OPENAI_API_KEY or OPENAI_BASE_URL)");
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
			return ok(outbox ? "kept in the outbox, not sent (SMTP_URL)" : "the mail server lets us in");
		},
	};
}

/** Every part that can be asked. */
export function partChecks(platform: Platform): Check[] {
	const checks = [
		databaseCheck,
		migrationsCheck,
		clockCheck,
		queueCheck,
		storageCheck,
		cacheCheck,
		mediaCheck,
		mailCheck,
		aiCheck,
	];
	return checks.map((create) => create(platform));
}
