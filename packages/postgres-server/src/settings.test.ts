import { describe, expect, it } from "vitest";
import { renderSettings } from "./settings.ts";

describe("renderSettings", () => {
	it("lets the caller's settings win, and quotes them", () => {
		const text = renderSettings(5433, 10, { timezone: "CET", archive_command: "cp '%p' \\x" });
		expect(text).toContain("port = '5433'\nmax_connections = '10'\n");
		expect(text).toContain("timezone = 'CET'\n");
		expect(text).toContain("archive_command = 'cp ''%p'' \\\\x'\n");
	});

	it.each<Record<string, string>>([{ "x\ny": "1" }, { "": "1" }, { fsync: "off\nport = 1" }])(
		"refuses %j",
		(settings) => {
			expect(() => renderSettings(1, 1, settings)).toThrow(/PostgreSQL/);
		},
	);
});
