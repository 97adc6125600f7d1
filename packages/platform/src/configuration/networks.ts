import { BlockList, isIP } from "node:net";

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Addresses and networks in CIDR notation as one set; undefined when one of them is neither. */
export function parseNetworks(networks: readonly string[]): BlockList | undefined {
	const set = new BlockList();
	for (const network of networks) {
		const [address = "", bits] = network.split("/");
		if (isIP(address) === 0) return undefined;
		if (bits === undefined) {
			set.addAddress(address, family(address));
			continue;
		}
		const prefix = Number(bits);
		const longest = isIP(address) === 6 ? 128 : 32;
		if (!/^\d{1,3}$/.test(bits) || prefix > longest) return undefined;
		set.addSubnet(address, prefix, family(address));
	}
	return set;
}

/** Is the address of a peer in the set? IPv4 inside IPv6 counts as IPv4. */
export function isInNetworks(set: BlockList, address: string): boolean {
	const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
	return isIP(plain) !== 0 && set.check(plain, family(plain));
}
