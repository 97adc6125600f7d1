import type { Environment } from "../environment-schema.ts";
import type { Problems } from "./problems.ts";
import { isLoopbackUrl } from "./urls.ts";

export interface DatabaseSection {
	readonly url: string;
	/** Past any transaction pooler: for migrations, LISTEN, the queue and session locks. */
	readonly directUrl: string;
	readonly maxConnections: number;
	readonly prepare: boolean;
}

/** The seed's limits; the embedded server of development takes 100 in all, from several processes. */
const defaultConnections = { development: 10, staging: 10, production: 50 } as const;

const encrypted = ["require", "verify-ca", "verify-full"];

/** Outside development TLS is a must, unless the database is on this machine. */
function withTls(
	variable: string,
	url: string | undefined,
	env: Environment,
	problems: Problems,
): string | undefined {
	if (!url || env.NUCLOM_ENV === "development" || isLoopbackUrl(url)) return url;
	const address = new URL(url);
	const mode = address.searchParams.get("sslmode") ?? address.searchParams.get("ssl");
	if (mode === null) address.searchParams.set("sslmode", "require");
	else if (!encrypted.includes(mode)) {
		problems.add(variable, `its sslmode must be one of ${encrypted.join(", ")}`);
	}
	return address.href;
}

export function databaseSection(env: Environment, problems: Problems): DatabaseSection {
	const variable = env.DATABASE_URL ? "DATABASE_URL" : "DATABASE_WRITE_URL";
	const url = withTls(variable, env.DATABASE_URL ?? env.DATABASE_WRITE_URL, env, problems);
	const direct = withTls("DATABASE_DIRECT_URL", env.DATABASE_DIRECT_URL, env, problems);
	withTls("DATABASE_READ_URL", env.DATABASE_READ_URL, env, problems);
	if (!url) {
		problems.add("DATABASE_URL", "not set; `nuclom start` would bring a PostgreSQL of its own");
	}
	return {
		url: url ?? "",
		directUrl: direct ?? url ?? "",
		maxConnections: env.DATABASE_MAX_CONNECTIONS ?? defaultConnections[env.NUCLOM_ENV],
		// A laptop has no pooler; elsewhere one may stand behind any address.
		prepare: env.DATABASE_PREPARE ?? (env.NUCLOM_ENV === "development" && !direct),
	};
}
