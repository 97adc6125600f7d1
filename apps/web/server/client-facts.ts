import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import { isInNetworks } from "@nuclom/platform";

/** Who speaks to us, as far as it can be believed. */
export interface ClientFacts {
	/** Address of the browser, or of the first peer that we do not trust. */
	readonly address: string;
	/** Name and port in the address bar. */
	readonly host: string;
	readonly isSecure: boolean;
	/** False when a proxy stands between, trusted or not. */
	readonly isDirect: boolean;
}

export interface ClientFactsOptions {
	/** Peers whose x-forwarded-* are believed. */
	readonly trustedProxies: BlockList;
	/** The configured origin: a request for its host came the way that it says. */
	readonly appUrl: URL;
}

const forwardedNames = [
	"x-forwarded-for",
	"x-forwarded-host",
	"x-forwarded-proto",
	"x-forwarded-port",
	"x-real-ip",
	"forwarded",
];

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, "");

function header(request: IncomingMessage, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join(",") : value;
}

/** The last address of the chain that is no trusted proxy: everything left of it is hearsay. */
function forwardedAddress(request: IncomingMessage, peer: string, trusted: BlockList): string {
	const chain = (header(request, "x-forwarded-for") ?? "").split(",").map((part) => part.trim());
	const addresses = [...chain.filter(Boolean), peer];
	return plain(addresses.findLast((address) => !isInNetworks(trusted, address)) ?? peer);
}

/** The facts of a request; x-forwarded-* count only when a trusted proxy sent them. */
export function clientFacts(request: IncomingMessage, options: ClientFactsOptions): ClientFacts {
	const { trustedProxies, appUrl } = options;
	const peer = plain(request.socket.remoteAddress ?? "");
	const isTrusted = isInNetworks(trustedProxies, peer);
	const ownHost = request.headers.host ?? "";
	const host = isTrusted ? (header(request, "x-forwarded-host") ?? ownHost) : ownHost;
	const isForwardedSecure = isTrusted && header(request, "x-forwarded-proto") === "https";
	return {
		address: isTrusted ? forwardedAddress(request, peer, trustedProxies) : peer,
		host,
		isSecure: isForwardedSecure || (appUrl.protocol === "https:" && host === appUrl.host),
		isDirect: !forwardedNames.some((name) => request.headers[name] !== undefined),
	};
}

/** Leaves only what we know in the headers that handlers read. */
export function overwriteForwarded(request: IncomingMessage, facts: ClientFacts): void {
	for (const name of forwardedNames) delete request.headers[name];
	request.headers["x-forwarded-for"] = facts.address;
	request.headers["x-forwarded-host"] = facts.host;
	request.headers["x-forwarded-proto"] = facts.isSecure ? "https" : "http";
}
