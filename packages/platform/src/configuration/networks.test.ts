import { expect, test } from "vitest";
import { isInNetworks, parseNetworks } from "./networks.ts";

test("addresses and networks of both families", () => {
	const set = parseNetworks(["10.0.0.0/8", "192.168.1.7", "fd00::/8"]);
	if (!set) throw new Error("refused");
	expect(isInNetworks(set, "10.200.3.4")).toBe(true);
	expect(isInNetworks(set, "::ffff:10.200.3.4")).toBe(true);
	expect(isInNetworks(set, "192.168.1.7")).toBe(true);
	expect(isInNetworks(set, "fd12::1")).toBe(true);
	expect(isInNetworks(set, "192.168.1.8")).toBe(false);
	expect(isInNetworks(set, "2001:db8::1")).toBe(false);
	expect(isInNetworks(set, "")).toBe(false);
});

test.each(["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "fd00::/129", "example.com", ""])(
	"%j is no network",
	(network) => {
		expect(parseNetworks([network])).toBeUndefined();
	},
);
