import { type Ai, createAi } from "@nuclom/ai";
import { type Cache, createCache } from "@nuclom/cache";
import { createDatabase, type Database } from "@nuclom/db";
import { createMailer, listOutbox, type Mailer, readOutbox } from "@nuclom/mail";
import { createMedia, type Media } from "@nuclom/media";
import { createQueue, type Queue } from "@nuclom/queue";
import { jobs } from "@nuclom/services";
import type { Configuration } from "./load-configuration.ts";
import type { Observability } from "./observability.ts";
import type { Outbox, ServiceName } from "./platform.ts";
import { startOnDemand } from "./started-queue.ts";
import { createStorage, type StorageParts } from "./storage.ts";

export interface Adapters extends StorageParts {
	readonly database: Database;
	readonly queue: Queue;
	readonly cache: Cache;
	readonly mailer: Mailer;
	readonly outbox: Outbox | undefined;
	readonly media: Media;
	readonly ai: Ai;
}

function createOutbox({ mail }: Configuration): Outbox | undefined {
	if (mail.kind !== "outbox") return undefined;
	return { list: () => listOutbox(mail.dir), read: (id) => readOutbox(mail.dir, id) };
}

function createProcessQueue(
	{ database }: Configuration,
	{ logger, clock }: Observability,
	service: ServiceName,
): Queue {
	const queue = createQueue({
		connect: { url: database.directUrl, applicationName: `nuclom ${service} queue` },
		role: service === "worker" ? "worker" : "producer",
		logger,
		clock,
		jobs,
	});
	return startOnDemand(queue);
}

/** The outside world. Nothing connects before it is used. */
export function createAdapters(
	configuration: Configuration,
	observability: Observability,
	service: ServiceName,
): Adapters {
	const { logger, clock, metrics } = observability;
	const { ai, cache, database, mail, media } = configuration;
	return {
		...createStorage(configuration, logger),
		database: createDatabase({
			...database,
			applicationName: `nuclom ${service}`,
			onQuery: (query) => metrics.recordQuery(query),
		}),
		queue: createProcessQueue(configuration, observability, service),
		cache: createCache({ ...(cache.url ? { url: cache.url } : {}), logger, clock }),
		mailer: createMailer({ transport: mail, logger, clock }),
		outbox: createOutbox(configuration),
		media: createMedia({
			...media,
			limits: media.threads === undefined ? undefined : { threads: media.threads },
			logger,
		}),
		ai: createAi({ ...ai, logger, clock }),
	};
}
