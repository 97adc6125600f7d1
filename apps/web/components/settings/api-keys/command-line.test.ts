import { expect, it } from "vitest";
import { commandLine } from "./command-line.ts";

const inUse = { key: "nuclom_abc", origin: "https://video.example", organizationId: "o1" };

it("uploads with a key that may, whatever else it may", () => {
	expect(commandLine({ ...inUse, scopes: ["read", "upload"] })).toBe(
		"NUCLOM_API_KEY=nuclom_abc nuclom upload FILE --url https://video.example",
	);
});

it("lists videos with a key that may only look", () => {
	for (const scope of ["read", "comment"] as const) {
		expect(commandLine({ ...inUse, scopes: [scope] })).toBe(
			'curl -H "Authorization: Bearer nuclom_abc" https://video.example/api/v1/organizations/o1/videos',
		);
	}
});
