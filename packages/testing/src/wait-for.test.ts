import { expect, it } from "vitest";
import { waitFor } from "./wait-for.ts";

it("returns the first truthy answer, and asks again while the question throws", async () => {
	let asked = 0;
	const answer = await waitFor(
		() => {
			asked++;
			if (asked === 1) throw new Error("not yet");
			return asked === 4 && "there";
		},
		{ everyMs: 1 },
	);
	expect([answer, asked]).toEqual(["there", 4]);
});

it("names what it waited for, with the last thing thrown as the cause", async () => {
	const cause = new Error("still closed");
	const waiting = waitFor(() => Promise.reject(cause), { timeoutMs: 5, what: "the door" });
	await expect(waiting).rejects.toMatchObject({
		message: "Waited 5 ms in vain for the door.",
		cause,
	});
});
