import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What the internet's authorities hand out to hosts; everything else of IPv6 is special or unassigned. */
const globalIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Is this an address of the public internet? Loopback, private, link-local (a cloud's metadata), carrier-grade NAT,
 * multicast, documentation and every other special range is not; IPv4 inside IPv6 counts as what it stands for.
 */
export function isPublicAddress(text: string): boolean {
	if (isIP(text) === 0) return false;
	const address = ipaddr.process(text);
	if (address.range() !== "unicast") return false;
	return address instanceof ipaddr.IPv4 || address.match(globalIpv6);
}
