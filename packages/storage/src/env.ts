import { AppError } from "@nuclom/core";
import { z } from "zod";
import { cdnEnv } from "./cdn/env.ts";

const setting = z.string().trim().min(1);

/**
 * The variables of this package. `CLOUDFLARE_R2_*` name any S3-compatible store, as `STORAGE_PROVIDER=s3` says.
 * Reads nothing: platform passes process.env in.
 */
export const storageEnv = z.object({
	STORAGE_PROVIDER: z
		.enum(["local", "s3", "cloudflare-r2"])
		.optional()
		.describe("Without it: cloudflare-r2 when CLOUDFLARE_R2_ENDPOINT is set, else local."),
	STORAGE_PATH: setting.optional().describe("Folder of local storage."),
	STORAGE_ACCEL_REDIRECT: z
		.string()
		.regex(/^(?:\/[A-Za-z0-9_-]+)+$/)
		.optional()
		.describe(
			"An internal location of the nginx in front, an alias of STORAGE_PATH/objects/: nginx then sends the bytes.",
		),
	STORAGE_REGION: setting.optional().describe("Region of the bucket; R2 knows `auto` alone."),
	CLOUDFLARE_R2_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
	CLOUDFLARE_R2_ACCESS_KEY: setting.optional(),
	CLOUDFLARE_R2_SECRET_KEY: setting.optional(),
	CLOUDFLARE_R2_BUCKET: setting.optional(),
	CLOUDFLARE_R2_PUBLIC_URL: z
		.url({ protocol: /^https?$/ })
		.optional()
		.describe("The CDN's address of public objects."),
	...cdnEnv.shape,
});

export type StorageEnvironment = z.infer<typeof storageEnv>;

/** What the variables say, ready for `createLocalStorage` or `createS3Storage`. */
export type StorageSettings =
	| {
			readonly provider: "local" /** Undefined where STORAGE_PATH is not set. */;
			readonly path: string | undefined;
			readonly accelRedirect?: string | undefined;
	  }
	| {
			readonly provider: "s3";
			readonly endpoint: string;
			readonly region: string;
			readonly bucket: string;
			readonly accessKeyId: string;
			readonly secretAccessKey: string;
			readonly publicBaseUrl: string | undefined;
	  };

const needed = [
	"CLOUDFLARE_R2_ENDPOINT",
	"CLOUDFLARE_R2_ACCESS_KEY",
	"CLOUDFLARE_R2_SECRET_KEY",
	"CLOUDFLARE_R2_BUCKET",
] as const;

function incomplete(missing: readonly string[], provider: string): AppError {
	return new AppError("CONFIG_INVALID", `The ${provider} storage is not completely configured.`, {
		hint: `Set ${missing.join(" and ")}, or STORAGE_PROVIDER=local to keep files on this disk.`,
		data: { missing },
	});
}

/** @throws {AppError} CONFIG_INVALID; its hint and `data.missing` name the variables that are not set */
export function storageSettings(env: StorageEnvironment): StorageSettings {
	const provider = env.STORAGE_PROVIDER ?? (env.CLOUDFLARE_R2_ENDPOINT ? "cloudflare-r2" : "local");
	if (provider === "local") {
		return { provider, path: env.STORAGE_PATH, accelRedirect: env.STORAGE_ACCEL_REDIRECT };
	}
	const missing = needed.filter((name) => !env[name]);
	const { CLOUDFLARE_R2_ENDPOINT: endpoint, CLOUDFLARE_R2_BUCKET: bucket } = env;
	const { CLOUDFLARE_R2_ACCESS_KEY: accessKeyId, CLOUDFLARE_R2_SECRET_KEY: secretAccessKey } = env;
	if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) throw incomplete(missing, provider);
	return {
		provider: "s3",
		...{ endpoint, bucket, accessKeyId, secretAccessKey },
		region: env.STORAGE_REGION ?? "auto",
		publicBaseUrl: env.CLOUDFLARE_R2_PUBLIC_URL,
	};
}
