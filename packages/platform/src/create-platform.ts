import { type Auth, type AuthMail, createAuth } from "@nuclom/auth";
import type { Mailer } from "@nuclom/mail";
import { createHealth, type Health } from "@nuclom/monitoring";
import { createEventHub, type ServiceDeps } from "@nuclom/services";
import type { PublicConfiguration } from "@nuclom/services/schemas";
import { type Adapters, createAdapters } from "./adapters.ts";
import { policyOrigins } from "./content-policy.ts";
import { atMostEvery, authCheck, databaseCheck } from "./health-checks.ts";
import type { Configuration } from "./load-configuration.ts";
import { createObservability, type Observability, type PlatformOptions } from "./observability.ts";
import type { Platform } from "./platform.ts";

/** A playing page asks for new addresses long before this. */
const signedUrlMs = 6 * 60 * 60_000;
/** Vercel ends a function after its maxDuration; 300 s in vercel.json for the stream. */
const serverlessStreamMs = 240_000;
const storageCheckEveryMs = 10_000;

/** better-auth's links live for an hour. */
const linkLifetimeMs = 60 * 60_000;

function sendAuthMail(mailer: Mailer, mail: AuthMail): Promise<unknown> {
	const { to, template } = mail;
	const data = { ...mail.data, expiresInMs: linkLifetimeMs };
	return template === "verify-email"
		? mailer.send({ to, template, data })
		: mailer.send({ to, template, data });
}

function buildAuth({ app, auth }: Configuration, adapters: Adapters, base: Observability): Auth {
	const { attemptsPerMinute, ...rest } = auth;
	return createAuth({
		...rest,
		...(attemptsPerMinute === undefined ? {} : { attemptsPerMinute }),
		database: adapters.database,
		baseUrl: app.url,
		trustedOrigins: app.trustedOrigins,
		sendMail: (mail) => sendAuthMail(adapters.mailer, mail),
		rateLimit: (rule) => adapters.cache.rateLimit(rule),
		logger: base.logger,
	});
}

function buildServices(
	{ app, media }: Configuration,
	adapters: Adapters,
	{ clock, logger }: Observability,
): ServiceDeps {
	const { database, storage, queue, media: tools, ai } = adapters;
	const settings = {
		appUrl: () => app.url,
		maxUploadBytes: app.maxUploadBytes,
		storageQuotaBytes: app.storageQuotaBytes,
		deletionGraceMs: app.deletionGraceMs,
		scratchDir: media.scratchDir,
		signedUrlMs,
	};
	return { database, storage, queue, media: tools, ai, clock, logger, settings };
}

function buildHealth(
	configuration: Configuration,
	{ database, storage, queue }: Adapters,
	auth: Auth,
	{ clock, logger }: Observability,
): Health {
	return createHealth({
		clock,
		logger,
		checks: {
			database: databaseCheck(database, configuration.database.directUrl),
			storage: { critical: true, check: atMostEvery(storageCheckEveryMs, () => storage.check()) },
			auth: authCheck(auth),
			queue: { critical: true, check: () => queue.check() },
		},
	});
}

/** What a browser must know, and nothing more. */
function publicConfiguration(
	configuration: Configuration,
	{ ai, outbox }: Adapters,
	auth: Auth,
): PublicConfiguration {
	return {
		environment: configuration.environment,
		socialProviders: [...auth.socialProviders],
		isEmailVerificationRequired: configuration.auth.isEmailVerificationRequired,
		isAiConfigured: ai.isConfigured,
		isOutboxAvailable: outbox !== undefined,
		maxUploadBytes: configuration.app.maxUploadBytes,
	};
}

async function closeAll({ queue, database, ...adapters }: Adapters, base: Observability) {
	// The queue first: its handlers still want everything else.
	await queue.stop({ graceMs: 10_000 }).catch(() => undefined);
	const others = [adapters.storage, adapters.cache, adapters.mailer];
	await Promise.allSettled([...others.map((part) => part.close()), base.reporter.flush(2_000)]);
	await database.close().catch(() => undefined);
}

/** Builds every part from its configuration. Nothing connects before it is used. */
export function createPlatform(configuration: Configuration, options: PlatformOptions): Platform {
	const base = createObservability(configuration, options);
	const adapters = createAdapters(configuration, base, options.service);
	const auth = buildAuth(configuration, adapters, base);
	const services = buildServices(configuration, adapters, base);
	const events = createEventHub({ database: adapters.database, logger: base.logger });
	let closing: Promise<void> | undefined;
	return {
		service: options.service,
		configuration,
		...base,
		...adapters,
		auth,
		services,
		events,
		api: {
			services,
			auth,
			events,
			configuration: () => publicConfiguration(configuration, adapters, auth),
			onError: (error, { userId, ...about }) =>
				base.reporter.captureException(error, { ...about, ...(userId ? { userId } : {}) }),
			...(configuration.isServerless ? { maxStreamMs: serverlessStreamMs } : {}),
		},
		health: buildHealth(configuration, adapters, auth, base),
		policyOrigins: policyOrigins(configuration),
		close() {
			closing ??= events
				.close()
				.catch(() => undefined)
				.then(() => closeAll(adapters, base));
			return closing;
		},
	};
}
