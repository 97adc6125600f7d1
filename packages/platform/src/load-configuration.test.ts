import { AppError } from "@nuclom/core";
import { describe, expect, test } from "vitest";
import { loadConfiguration } from "./load-configuration.ts";

const secret = "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA";
const development = {
	DATABASE_URL: "postgres://nuclom@127.0.0.1:5432/nuclom",
	BETTER_AUTH_SECRET: secret,
	NUCLOM_DATA: "/tmp/nuclom-data",
};
const production = {
	...development,
	NUCLOM_ENV: "production",
	DATABASE_URL: "postgresql://nuclom:hunter2@db.example.com:5432/nuclom",
	NEXT_PUBLIC_APP_URL: "https://nuclom.example.com",
	SMTP_URL: "smtps://user:hunter2@smtp.example.com",
	MAIL_FROM: "Nuclom <hello@example.com>",
	CLOUDFLARE_R2_ENDPOINT: "https://account.r2.cloudflarestorage.com",
	CLOUDFLARE_R2_ACCESS_KEY: "key",
	CLOUDFLARE_R2_SECRET_KEY: "hunter2",
	CLOUDFLARE_R2_BUCKET: "nuclom-production",
};

type Source = Readonly<Record<string, string | undefined>>;

function refusal(source: Source): AppError {
	try {
		loadConfiguration(source);
	} catch (error) {
		if (AppError.isInstance(error)) return error;
		throw error;
	}
	throw new Error("the configuration was accepted");
}

const variablesOf = (source: Source) =>
	(refusal(source).data.problems as { variable: string }[]).map(({ variable }) => variable);

describe("development", () => {
	const configuration = loadConfiguration(development);

	test("needs a database and a secret, nothing else", () => {
		expect(configuration).toMatchObject({
			environment: "development",
			app: { url: "http://localhost:3000", host: "127.0.0.1", port: 3000 },
			database: { maxConnections: 10, directUrl: development.DATABASE_URL },
			auth: { isEmailVerificationRequired: false, social: {} },
			storage: { settings: { provider: "local" }, path: "/tmp/nuclom-data/storage" },
			mail: { kind: "outbox", dir: "/tmp/nuclom-data/outbox" },
			isServerless: false,
		});
	});

	test("trusts every name of this machine at the chosen port", () => {
		const { app } = loadConfiguration({ ...development, PORT: "4000" });
		expect(app.trustedOrigins).toEqual([
			"http://localhost:4000",
			"http://127.0.0.1:4000",
			"http://[::1]:4000",
		]);
	});

	test("asks no TLS of any database", () => {
		const url = "postgres://nuclom@db.internal/nuclom";
		expect(loadConfiguration({ ...development, DATABASE_URL: url }).database.url).toBe(url);
	});

	test("an empty variable is an unset one", () => {
		const { app, cache } = loadConfiguration({ ...development, PORT: "", REDIS_URL: "  " });
		expect(app.port).toBe(3000);
		expect(cache.url).toBeUndefined();
	});

	test("accepts the seed's DATABASE_WRITE_URL", () => {
		const { DATABASE_URL: DATABASE_WRITE_URL, ...rest } = development;
		const { database } = loadConfiguration({ ...rest, DATABASE_WRITE_URL });
		expect(database.url).toBe(DATABASE_WRITE_URL);
	});
});

describe("staging and production", () => {
	test("a complete configuration is accepted, with the seed's limits", () => {
		const found = loadConfiguration(production);
		expect(found.database.maxConnections).toBe(50);
		expect(found.auth.isEmailVerificationRequired).toBe(true);
		expect(found.app).toMatchObject({ host: "0.0.0.0", trustedOrigins: [found.app.url] });
		expect(found.storage.origins).toEqual(["https://account.r2.cloudflarestorage.com"]);
		const staging = loadConfiguration({ ...production, NUCLOM_ENV: "staging" });
		expect(staging.database.maxConnections).toBe(10);
	});

	test("every gap is named at once", () => {
		expect(variablesOf({ NUCLOM_ENV: "production" }).sort()).toEqual([
			"BETTER_AUTH_SECRET",
			"DATABASE_URL",
			"NEXT_PUBLIC_APP_URL",
			"SMTP_URL",
			"STORAGE_PROVIDER",
		]);
	});

	test("TLS is added to a database elsewhere, and never given up", () => {
		expect(loadConfiguration(production).database.url).toContain("?sslmode=require");
		const weak = { ...production, DATABASE_URL: `${production.DATABASE_URL}?sslmode=prefer` };
		expect(variablesOf(weak)).toEqual(["DATABASE_URL"]);
		const direct = { ...production, DATABASE_DIRECT_URL: "postgres://db/x?sslmode=disable" };
		expect(variablesOf(direct)).toEqual(["DATABASE_DIRECT_URL"]);
	});

	test("a database on this machine needs no TLS", () => {
		const local = { ...production, DATABASE_URL: "postgres://nuclom@127.0.0.1:5432/nuclom" };
		expect(loadConfiguration(local).database.url).toBe(local.DATABASE_URL);
	});

	test.each([
		"production-secret-key-production-secret-key",
		"dev-secret-key-and-some-more-characters",
		"your-production-secret-your-production-secret",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		"too short",
	])("the secret %j is refused", (BETTER_AUTH_SECRET) => {
		expect(variablesOf({ ...production, BETTER_AUTH_SECRET })).toEqual(["BETTER_AUTH_SECRET"]);
	});

	test("local storage must be said", () => {
		const { CLOUDFLARE_R2_ENDPOINT: _, ...rest } = production;
		expect(variablesOf(rest)).toEqual(["STORAGE_PROVIDER"]);
		const local = loadConfiguration({ ...rest, STORAGE_PROVIDER: "local" });
		expect(local.storage.settings.provider).toBe("local");
	});

	test("plain http is refused, except on this machine", () => {
		const at = (url: string) => ({ ...production, NEXT_PUBLIC_APP_URL: url });
		expect(variablesOf(at("http://nuclom.example.com"))).toEqual(["NEXT_PUBLIC_APP_URL"]);
		expect(variablesOf(at("https://nuclom.example.com/app"))).toEqual(["NEXT_PUBLIC_APP_URL"]);
		expect(loadConfiguration(at("http://localhost:3000")).app.url).toBe("http://localhost:3000");
	});

	test("both names of the app's address must agree", () => {
		const twice = { ...production, BETTER_AUTH_URL: "https://auth.example.com" };
		expect(variablesOf(twice)).toEqual(["BETTER_AUTH_URL"]);
	});

	test("a preview on Vercel knows its own address", () => {
		const { NEXT_PUBLIC_APP_URL: _, ...rest } = production;
		const vercel = { VERCEL_ENV: "preview", VERCEL_URL: "nuclom-git-x.vercel.app" };
		const { app, isServerless } = loadConfiguration({ ...rest, ...vercel });
		expect(app.url).toBe("https://nuclom-git-x.vercel.app");
		expect(isServerless).toBe(true);
	});
});

describe("what is said of a problem", () => {
	test("the variable, what is wrong, and an example", () => {
		const { code, message } = refusal({ ...development, PORT: "seventy" });
		expect(code).toBe("CONFIG_INVALID");
		expect(message).toMatch(/1 problem:\n {2}PORT: .+\n {6}for example PORT=3000/);
	});

	test("never the value: it may be a secret", () => {
		const source = {
			...production,
			DATABASE_URL: "mysql://root:hunter2@db/x",
			SMTP_URL: "hunter2",
			METRICS_TOKEN: "hunter2",
			BETTER_AUTH_SECRET: "hunter2",
			SENTRY_DSN: "hunter2://x",
			MAIL_FROM: "hunter2",
		};
		const error = refusal(source);
		expect(`${error.message} ${error.hint} ${JSON.stringify(error.data)}`).not.toContain("hunter2");
		expect((error.data.problems as unknown[]).length).toBeGreaterThanOrEqual(6);
	});

	test("half of a sign-in provider, proxies and origins are checked too", () => {
		const source = {
			...development,
			GITHUB_CLIENT_ID: "id",
			GOOGLE_CLIENT_SECRET: "secret",
			TRUSTED_PROXIES: "10.0.0.0/33",
			TRUSTED_ORIGINS: "https://a.example.com/path",
		};
		expect(variablesOf(source).sort()).toEqual([
			"GITHUB_CLIENT_SECRET",
			"GOOGLE_CLIENT_ID",
			"TRUSTED_ORIGINS",
			"TRUSTED_PROXIES",
		]);
	});
});
