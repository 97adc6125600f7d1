import type { Configuration } from "./load-configuration.ts";

/** Origins that pages may load from; the shape that the API's security headers take. */
export interface PolicyOrigins {
	readonly connect: readonly string[];
	readonly media: readonly string[];
	readonly images: readonly string[];
}

const avatars = {
	github: "https://avatars.githubusercontent.com",
	google: "https://lh3.googleusercontent.com",
} as const;

const originOf = (url: string) => new URL(url).origin;

/** Storage, CDN, telemetry and the portraits of the sign-in providers that are configured. */
export function policyOrigins(configuration: Configuration): PolicyOrigins {
	const { auth, monitoring, storage } = configuration;
	const bytes = storage.origins;
	const portraits = (["github", "google"] as const)
		.filter((name) => auth.social[name])
		.map((name) => avatars[name]);
	const telemetry = monitoring.sentryDsn ? [originOf(monitoring.sentryDsn)] : [];
	return {
		connect: [...bytes, ...telemetry],
		media: bytes,
		images: [...bytes, ...portraits],
	};
}
