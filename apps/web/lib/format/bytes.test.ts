import { expect, it } from "vitest";
import { formatBytes, formatBytesPerSecond } from "./bytes.ts";

it.each([
	[0, "0 B"],
	[812, "812 B"],
	[1023, "1023 B"],
	[1024, "1 KiB"],
	[1_048_575, "1 MiB"],
	[16 * 1024 ** 2, "16 MiB"],
	[1.43 * 1024 ** 3, "1.43 GiB"],
	[250.4 * 1024 ** 3, "250 GiB"],
	[12.34 * 1024 ** 2, "12.3 MiB"],
	[5 * 1024 ** 6, "5120 PiB"],
	[-1, "0 B"],
])("%d bytes are %s", (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

it("says a speed", () => {
	expect(formatBytesPerSecond(8.4 * 1024 ** 2)).toBe("8.4 MiB/s");
});
