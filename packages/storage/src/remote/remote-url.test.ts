import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { parseRemoteUrl } from "./remote-url.ts";

const refused = expect.objectContaining({ code: "REMOTE_ADDRESS_REFUSED" });

test.each([
	...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.1.2.3", "169.254.169.254"],
	...["172.16.0.1", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1"],
	...["203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
	...["::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1"],
	...["fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "2002:7f00:1::"],
	...["2001::1", "100::1", "localhost", ""],
])("%s is not of the public internet", (address) => {
	expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])(
	"%s is",
	(address) => {
		expect(isPublicAddress(address)).toBe(true);
	},
);

test.each([
	...["file:///etc/passwd", "ftp://example.com/a.mp4", "//example.com", "a.mp4", ""],
	...["http://user@example.com/", "https://user:secret@example.com/", "http://:x@example.com/"],
	...["http://example.com:22/", "https://example.com:8443/a.mp4", "http://127.0.0.1/"],
	// The many ways to write 127.0.0.1, and what a cloud tells its machines.
	...["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/"],
	...["http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://0/"],
	...["http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://①②⑦.0.0.1/"],
])("refuses %s", (text) => {
	expect(() => parseRemoteUrl(text)).toThrow(refused);
});

test("takes public addresses, and the hosts that the operator names", () => {
	expect(parseRemoteUrl("https://example.com/a.mp4").host).toBe("example.com");
	expect(parseRemoteUrl("http://93.184.216.34:80/a").port).toBe("");
	expect(parseRemoteUrl("http://nas.lan:8080/a", ["nas.lan"]).port).toBe("8080");
	expect(parseRemoteUrl("http://[::1]:8080/a", ["::1"]).port).toBe("8080");
	expect(() => parseRemoteUrl("http://user@nas.lan/", ["nas.lan"])).toThrow(refused);
});
