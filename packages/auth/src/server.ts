import type { IncomingMessage, ServerResponse } from "node:http";
import type { BetterAuthRateLimitStorage } from "@better-auth/core";
import { drizzleAdapter } from "@better-auth/drizzle-adapter";
import { type Logger, newId, silentLogger } from "@nuclom/core";
import type { Database } from "@nuclom/db";
import {
	accounts,
	invitations,
	members,
	organizations,
	sessions,
	users,
	verifications,
} from "@nuclom/db/schema";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { toNodeHandler } from "better-auth/node";
import { organization } from "better-auth/plugins/organization";

export interface SocialCredentials {
	readonly clientId: string;
	readonly clientSecret: string;
}

export interface AuthMail {
	readonly to: string;
	readonly template: "verify-email" | "reset-password";
	readonly data: { readonly name: string; readonly url: string };
}

export interface AuthConfig {
	readonly database: Database;
	/** Signs cookies and tokens; at least 32 characters. */
	readonly secret: string;
	/** Origin of the app, such as https://nuclom.com. */
	readonly baseUrl: string;
	/** Further origins that may send writes, such as http://127.0.0.1:3000. */
	readonly trustedOrigins?: readonly string[];
	readonly social?: { readonly github?: SocialCredentials; readonly google?: SocialCredentials };
	readonly isEmailVerificationRequired: boolean;
	readonly sendMail: (mail: AuthMail) => Promise<unknown>;
	/** Tries per minute and address on signing in, up, and on mails. */
	readonly attemptsPerMinute?: number;
	/** Counts tries across processes (`cache.rateLimit`); in this process alone when left out. */
	readonly rateLimit?: RateLimit;
	readonly logger?: Logger;
}

/** The shape of @nuclom/cache's rate limiter. */
export type RateLimit = (rule: { name: string; points: number; perMs: number }) => {
	consume(key: string): Promise<{ allowed: boolean; resetAfterMs: number }>;
};

export interface Session {
	readonly user: {
		readonly id: string;
		readonly name: string;
		readonly email: string;
		readonly image: string | null;
		readonly emailVerified: boolean;
	};
	readonly sessionId: string;
}

export interface Auth {
	/** The signed-in person of a request, or null. */
	getSession(headers: Headers): Promise<Session | null>;
	/** Answers /api/auth/*, for fetch-style servers. */
	handler(request: Request): Promise<Response>;
	/** Answers /api/auth/*, for node:http. */
	nodeHandler(request: IncomingMessage, response: ServerResponse): Promise<void>;
	readonly socialProviders: ReadonlyArray<"github" | "google">;
	/** Reads through better-auth's own adapter. @throws when its tables do not answer */
	check(): Promise<void>;
}

/** Our verbs own organizations and their audit; better-auth's endpoints for them stay shut. */
const organizationPaths = [
	"/organization/create",
	"/organization/update",
	"/organization/delete",
	"/organization/set-active",
	"/organization/get-full-organization",
	"/organization/invite-member",
	"/organization/cancel-invitation",
	"/organization/accept-invitation",
	"/organization/reject-invitation",
	"/organization/get-invitation",
	"/organization/list-invitations",
	"/organization/list-user-invitations",
	"/organization/remove-member",
	"/organization/update-member-role",
	"/organization/leave",
	"/organization/add-member",
];

function rateLimitOptions(config: AuthConfig): BetterAuthOptions["rateLimit"] {
	const strict = { window: 60, max: config.attemptsPerMinute ?? 10 };
	const { rateLimit } = config;
	return {
		enabled: true,
		window: 60,
		max: Math.max(300, strict.max),
		customRules: {
			"/sign-in/*": strict,
			"/sign-up/*": strict,
			"/request-password-reset": strict,
			"/send-verification-email": strict,
			"/reset-password": strict,
		},
		...(rateLimit && { customStorage: sharedCounters(rateLimit) }),
	};
}

function sharedCounters(rateLimit: RateLimit): BetterAuthRateLimitStorage {
	return {
		async consume(key, rule) {
			const name = `auth-${rule.max}-${rule.window}`;
			const limiter = rateLimit({ name, points: rule.max, perMs: rule.window * 1000 });
			const { allowed, resetAfterMs } = await limiter.consume(key);
			return { allowed, retryAfter: allowed ? null : Math.ceil(resetAfterMs / 1000) };
		},
	};
}

function emailOptions(config: AuthConfig): Partial<BetterAuthOptions> {
	const mail =
		(template: AuthMail["template"]) =>
		async (input: { user: { name: string; email: string }; url: string }) => {
			const { user, url } = input;
			await config.sendMail({ to: user.email, template, data: { name: user.name, url } });
		};
	return {
		emailAndPassword: {
			enabled: true,
			minPasswordLength: 10,
			maxPasswordLength: 128,
			requireEmailVerification: config.isEmailVerificationRequired,
			revokeSessionsOnPasswordReset: true,
			sendResetPassword: mail("reset-password"),
		},
		emailVerification: {
			sendOnSignUp: config.isEmailVerificationRequired,
			sendOnSignIn: config.isEmailVerificationRequired,
			autoSignInAfterVerification: true,
			sendVerificationEmail: mail("verify-email"),
		},
	};
}

function createInstance(config: AuthConfig) {
	const logger = config.logger ?? silentLogger;
	return betterAuth({
		appName: "Nuclom",
		baseURL: config.baseUrl,
		basePath: "/api/auth",
		secret: config.secret,
		trustedOrigins: [...(config.trustedOrigins ?? [])],
		database: drizzleAdapter(config.database.drizzle, {
			provider: "pg",
			usePlural: true,
			schema: { users, sessions, accounts, verifications, organizations, members, invitations },
			transaction: true,
		}),
		...emailOptions(config),
		socialProviders: { ...config.social },
		rateLimit: rateLimitOptions(config),
		disabledPaths: organizationPaths,
		telemetry: { enabled: false },
		logger: {
			level: "warn",
			log: (level, message) => logger[level]({ component: "better-auth" }, message),
		},
		advanced: {
			cookiePrefix: "nuclom",
			// Said aloud: better-auth switches the check off by itself where it sees a test runner.
			disableOriginCheck: false,
			useSecureCookies: config.baseUrl.startsWith("https://"),
			ipAddress: { ipAddressHeaders: ["x-forwarded-for"] },
			database: { generateId: () => newId() },
		},
		plugins: [organization({ allowUserToCreateOrganization: false })],
	});
}

/** Builds better-auth on our tables. Opens nothing until the first request. */
export function createAuth(config: AuthConfig): Auth {
	const instance = createInstance(config);
	const node = toNodeHandler(instance.handler);
	return {
		async getSession(headers) {
			const found = await instance.api.getSession({ headers });
			if (!found) return null;
			const { id, name, email, image, emailVerified } = found.user;
			return {
				user: { id, name, email, image: image ?? null, emailVerified },
				sessionId: found.session.id,
			};
		},
		handler: (request) => instance.handler(request),
		nodeHandler: async (request, response) => {
			await node(request, response);
		},
		socialProviders: (["github", "google"] as const).filter((name) => config.social?.[name]),
		async check() {
			const context = await instance.$context;
			await context.internalAdapter.findSession("health-check");
		},
	};
}
