import { isIP } from "node:net";
import { AppError } from "@nuclom/core";
import { isPublicAddress } from "./public-address.ts";

const usualPorts = ["", "80", "443"];

function refused(message: string, hint: string): AppError {
	return new AppError("REMOTE_ADDRESS_REFUSED", message, { hint });
}

/** A host as an address names it, without the brackets of IPv6. */
const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Says nothing of what is behind the address, and the same whether there is something or not. */
export const notPublic = (): AppError =>
	refused(
		"This address is not on the public internet.",
		"Use an address that everybody can reach.",
	);

/**
 * Reads an address that a person gave, or that a redirect leads to. Hosts in `privateHosts` may be anywhere and have
 * any port.
 * @throws {AppError} REMOTE_ADDRESS_REFUSED
 */
export function parseRemoteUrl(
	text: string,
	privateHosts: readonly string[] = [],
	base?: URL,
): URL {
	const url = URL.parse(text, base?.href);
	if (!url || !["http:", "https:"].includes(url.protocol)) {
		throw refused("This is no web address.", "It begins with https:// or http://.");
	}
	if (url.username || url.password) {
		throw refused("This address has a name or a password in it.", "Use one without.");
	}
	const host = bareHost(url);
	if (privateHosts.includes(host)) return url;
	if (!usualPorts.includes(url.port)) {
		throw refused("This address names an unusual port.", "Only 80 and 443 are used.");
	}
	if (isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic();
	return url;
}
