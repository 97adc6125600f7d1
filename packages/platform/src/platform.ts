import type { Ai } from "@nuclom/ai";
import type { Auth } from "@nuclom/auth";
import type { Cache } from "@nuclom/cache";
import type { Clock, Logger } from "@nuclom/core";
import type { Database } from "@nuclom/db";
import type { Mailer, OutboxMail } from "@nuclom/mail";
import type { Media } from "@nuclom/media";
import type { ErrorReporter, Health, Metrics } from "@nuclom/monitoring";
import type { Queue } from "@nuclom/queue";
import type { EventHub, ServiceDeps } from "@nuclom/services";
import type { PublicConfiguration } from "@nuclom/services/schemas";
import type { LocalStorage, ObjectStorage } from "@nuclom/storage";
import type { PolicyOrigins } from "./content-policy.ts";
import type { Configuration } from "./load-configuration.ts";

export type ServiceName = "web" | "worker" | "cli";

/** The mails that development keeps instead of sending them. */
export interface Outbox {
	/** Newest first. */
	list(): Promise<OutboxMail[]>;
	/** @throws {AppError} NOT_FOUND */
	read(id: string): Promise<OutboxMail>;
}

/** What the API is built on: `createNodeApiHandler({ deps: platform.api, … })`. */
export interface ApiParts {
	readonly services: ServiceDeps;
	readonly auth: Auth;
	readonly events: EventHub;
	readonly configuration: () => PublicConfiguration;
	readonly onError: (
		error: unknown,
		about: { requestId: string; operation: string; userId: string | null },
	) => void;
	/** Streams end by themselves before a serverless host cuts them. */
	readonly maxStreamMs?: number;
}

/** Every part of the product, built once per process from its configuration. */
export interface Platform {
	readonly service: ServiceName;
	readonly configuration: Configuration;
	readonly clock: Clock;
	readonly logger: Logger;
	readonly metrics: Metrics;
	readonly reporter: ErrorReporter;
	readonly database: Database;
	readonly storage: ObjectStorage;
	/** Set when objects lie on this disk: then the front serves them. */
	readonly localStorage: LocalStorage | undefined;
	readonly queue: Queue;
	readonly cache: Cache;
	readonly mailer: Mailer;
	readonly outbox: Outbox | undefined;
	readonly media: Media;
	readonly ai: Ai;
	readonly auth: Auth;
	/** What verbs and jobs take. */
	readonly services: ServiceDeps;
	readonly events: EventHub;
	readonly api: ApiParts;
	readonly health: Health;
	readonly policyOrigins: PolicyOrigins;
	/** Ends every connection; a second call does nothing. */
	close(): Promise<void>;
}
