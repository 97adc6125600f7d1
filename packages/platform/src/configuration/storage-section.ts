import { hkdfSync } from "node:crypto";
import { join } from "node:path";
import { AppError } from "@nuclom/core";
import { type StorageSettings, storageSettings } from "@nuclom/storage";
import type { Environment } from "../environment-schema.ts";
import type { Problems } from "./problems.ts";

export interface StorageSection {
	readonly settings: StorageSettings;
	/** Folder of local storage. */
	readonly path: string;
	/** Signs the addresses of local storage. */
	readonly signingSecret: string;
	/** Origins that the browser loads bytes from; none for local storage, which has the app's own. */
	readonly origins: readonly string[];
	/** For people: where the files are. */
	readonly description: string;
}

/** Not the session's own key, so that neither signature can ever pass for the other. */
function derivedSecret(secret: string): string {
	const key = hkdfSync("sha256", secret, "", "nuclom local storage addresses", 32);
	return Buffer.from(key).toString("hex");
}

function parse(env: Environment, problems: Problems): StorageSettings {
	try {
		return storageSettings(env);
	} catch (error) {
		if (!AppError.isInstance(error)) throw error;
		for (const variable of error.data.missing as string[]) {
			problems.add(variable, "not set, although the storage is to be S3-compatible");
		}
		return { provider: "local", path: env.STORAGE_PATH };
	}
}

/** The bucket is part of the path, so the endpoint's origin is the store's. */
function originsOf(settings: StorageSettings): string[] {
	if (settings.provider === "local") return [];
	const { endpoint, publicBaseUrl } = settings;
	return [endpoint, publicBaseUrl].flatMap((url) => (url ? [new URL(url).origin] : []));
}

export function storageSection(
	env: Environment,
	dataDir: string,
	problems: Problems,
): StorageSection {
	const settings = parse(env, problems);
	const isByDefault = settings.provider === "local" && env.STORAGE_PROVIDER === undefined;
	if (isByDefault && env.NUCLOM_ENV !== "development") {
		const text = `not set; in ${env.NUCLOM_ENV} say cloudflare-r2, s3, or local to keep files on this disk`;
		problems.add("STORAGE_PROVIDER", text);
	}
	const path = env.STORAGE_PATH ?? join(dataDir, "storage");
	return {
		settings,
		path,
		signingSecret: derivedSecret(env.BETTER_AUTH_SECRET ?? ""),
		origins: originsOf(settings),
		description:
			settings.provider === "local"
				? path
				: `${settings.bucket} at ${new URL(settings.endpoint).host}`,
	};
}
