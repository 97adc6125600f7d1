import { describe, expect, it } from "vitest";
import { contentDisposition } from "./content-disposition.ts";

describe("contentDisposition", () => {
	it.each([
		[{}, undefined],
		[{ disposition: "inline" as const }, "inline"],
		[{ disposition: "attachment" as const }, "attachment"],
		[{ fileName: "a.mp4" }, "inline; filename=a.mp4"],
		[{ disposition: "attachment" as const, fileName: "a b.mp4" }, 'attachment; filename="a b.mp4"'],
	])("%o: %j", (options, header) => {
		expect(contentDisposition(options)).toBe(header);
	});

	it("writes other scripts as RFC 8187 has it, with a fallback", () => {
		expect(contentDisposition({ disposition: "attachment", fileName: "€ 動画.mp4" })).toBe(
			"attachment; filename=\"? ??.mp4\"; filename*=UTF-8''%E2%82%AC%20%E5%8B%95%E7%94%BB.mp4",
		);
	});

	it.each(["a\r\nX-Evil: 1.mp4", "a\0b.mp4", "../../etc/passwd", "a\\b", "\ud800.mp4"])(
		"makes %j harmless",
		(fileName) => {
			const header = contentDisposition({ disposition: "attachment", fileName }) ?? "";
			expect(header).toMatch(/^attachment; filename[*=][\x20-\x7e]+$/);
			expect(header).not.toMatch(/[/]|\\(?!")/);
		},
	);
});
