import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";
import { notPublic } from "./remote-url.ts";

/** Addresses of a host, as `dns.promises.lookup` with `all` gives them. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

const systemResolve: Resolve = (host) =>
	new Promise((resolve, reject) => {
		const options: LookupAllOptions = { all: true, order: "verbatim" };
		systemLookup(host, options, (error, found) => (error ? reject(error) : resolve(found)));
	});

/**
 * A lookup for `net.connect`: it connects to exactly the addresses that were checked here, so a name cannot be public
 * when it is checked and private when it is used. One private address among several is enough for a refusal.
 */
export function createCheckedLookup(
	privateHosts: readonly string[],
	resolve: Resolve = systemResolve,
): LookupFunction {
	async function find(host: string): Promise<LookupAddress[]> {
		const found = await resolve(host);
		const isAllowed = privateHosts.includes(host);
		if (!isAllowed && !found.every(({ address }) => isPublicAddress(address))) throw notPublic();
		return found;
	}
	return (host, { all }, done) => {
		find(host).then(
			(found) => {
				const [first] = found;
				if (all) done(null, found);
				else if (first) done(null, first.address, first.family);
				else done(Object.assign(new Error("No address"), { code: "ENOTFOUND" }), "", 4);
			},
			(error: NodeJS.ErrnoException) => done(error, "", 4),
		);
	};
}
