/** What shall be forgotten: exact addresses, everything below some, or all of it. */
export type PurgeTarget =
	| { readonly urls: readonly string[] }
	| {
			/** With or without the scheme, such as `cdn.example.com/videos`. */
			readonly prefixes: readonly string[];
	  }
	| { readonly everything: true };

/** A network of caches in front of the app or of public objects. */
export interface Cdn {
	readonly provider: "cloudflare" | "none";
	/**
	 * Resolves when the network has taken the order; it works it off within seconds. Repeating it does no harm.
	 * @throws {AppError} INPUT_INVALID for what is no address, CDN_MISCONFIGURED (its hint names the setting to
	 * change), CDN_UNAVAILABLE (the same call may succeed later)
	 */
	purge(target: PurgeTarget): Promise<void>;
	/** Proves that purging is allowed, by doing it. @throws {AppError} as `purge` */
	check(): Promise<void>;
}

/** Where there is no CDN there is nothing to purge. */
export function createNoCdn(): Cdn {
	return { provider: "none", async purge() {}, async check() {} };
}
