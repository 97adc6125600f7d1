import { AppError } from "@nuclom/core";
import { migrationStatus } from "@nuclom/db";
import { redactText } from "@nuclom/monitoring";
import type { Platform } from "@nuclom/platform";
import { requireKnownSchema } from "../local/migrate-all.ts";
import { plural } from "../output.ts";
import { type Check, ok } from "./finding.ts";

const supportedMajors = [15, 16, 17, 18];

interface Facts {
	readonly version: string;
	readonly now: Date | string;
}

/** The address without its password, and what the system said of it. */
function noAnswer({ configuration }: Platform, error: AppError): AppError {
	const { host, pathname } = new URL(configuration.database.url);
	const { code, message } = (error.cause ?? error) as { code?: string; message: string };
	const text = `No answer from ${host}${pathname} (${code ?? redactText(message)}).`;
	return new AppError("DATABASE_UNAVAILABLE", text, {
		hint: "Is PostgreSQL running there, and is that the address? DATABASE_URL sets it.",
		cause: error,
	});
}

async function askDatabase(platform: Platform): Promise<Facts> {
	const { database } = platform;
	try {
		await database.check();
	} catch (error) {
		const isSilent = AppError.isInstance(error) && error.code === "DATABASE_UNAVAILABLE";
		throw isSilent ? noAnswer(platform, error) : error;
	}
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
			const message = `${plural(status.pending.length, "migration")} to be applied`;
			throw new AppError("DATABASE_SCHEMA_BEHIND", message, { hint: "Run: nuclom migrate" });
		},
	};
}

/** One finding for one cause: what lies in the database is not asked while it does not answer. */
function behindDatabase(create: (platform: Platform) => Check) {
	return (platform: Platform): Check => {
		const check = create(platform);
		return {
			...check,
			async look() {
				const isUp = await platform.database.check().then(
					() => true,
					() => false,
				);
				return isUp ? check.look() : { status: "warn", message: "not asked: see database" };
			},
		};
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

/** The database, and what lies in it. */
export const databaseChecks = [
	databaseCheck,
	behindDatabase(migrationsCheck),
	behindDatabase(clockCheck),
	behindDatabase(queueCheck),
];
