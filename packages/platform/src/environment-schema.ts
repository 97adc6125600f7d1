import { aiEnv } from "@nuclom/ai";
import { authEnv } from "@nuclom/auth";
import { cacheEnv } from "@nuclom/cache";
import { databaseEnv } from "@nuclom/db";
import { mailEnv } from "@nuclom/mail";
import { mediaEnv } from "@nuclom/media";
import { monitoringEnv } from "@nuclom/monitoring";
import { storageEnv } from "@nuclom/storage";
import { z } from "zod";
import { platformEnv } from "./configuration/env.ts";
import type { Problem } from "./configuration/problems.ts";
import type { EnvironmentSource } from "./environment.ts";

/** Every variable that Nuclom knows, each from the package that uses it. */
export const environmentSchema = z.object({
	...platformEnv.shape,
	...databaseEnv.shape,
	...authEnv.shape,
	...storageEnv.shape,
	...cacheEnv.shape,
	...mediaEnv.shape,
	...aiEnv.shape,
	...mailEnv.shape,
	...monitoringEnv.shape,
});

export type Environment = z.infer<typeof environmentSchema>;
/** Compose files and CI set unwanted variables to "": those count as unset. */
function known(source: EnvironmentSource): Record<string, string> {
	const entries = Object.keys(environmentSchema.shape).map((name) => [name, source[name]?.trim()]);
	return Object.fromEntries(entries.filter(([, value]) => value));
}

/**
 * Parses each variable by its own schema; one that is wrong is reported and counts as unset, so that
 * the rules between variables can still be checked. Values never stand in a problem: they may be secrets.
 */
export function parseEnvironment(source: EnvironmentSource): {
	environment: Environment;
	problems: Problem[];
} {
	const values = known(source);
	const first = environmentSchema.safeParse(values);
	if (first.success) return { environment: first.data, problems: [] };
	const problems: Problem[] = [];
	for (const { path, message } of first.error.issues) {
		const variable = String(path[0]);
		problems.push({ variable, problem: message });
		delete values[variable];
	}
	return { environment: environmentSchema.parse(values), problems };
}
