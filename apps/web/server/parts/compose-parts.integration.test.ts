import { afterAll, beforeAll, expect, test } from "vitest";
import { type FrontUnderTest, startFront } from "../test/start-front.ts";
import { composeParts } from "./compose-parts.ts";

let front: FrontUnderTest;
beforeAll(async () => {
	front = await startFront();
});
afterAll(() => front.close());

test("a page's failed call carries the id that the log has, where React lets a browser see it", async () => {
	const requestId = "page-request-1";
	const { createCaller } = composeParts(front.platform);
	await front.database.setFault({ kind: "refuse" });
	const caller = createCaller({ headers: new Headers({ cookie: "a=b" }), requestId });
	const failed = caller.invites.preview({ token: "x".repeat(32) });
	await expect(failed).rejects.toMatchObject({
		code: "DATABASE_UNAVAILABLE",
		digest: requestId,
		data: { requestId },
	});
	const lines = front.log.filter((line) => line.includes(requestId));
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{ level: "error", operation: "invites.preview", code: "DATABASE_UNAVAILABLE" },
	]);
});
