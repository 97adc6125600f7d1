import { beforeEach, expect, it } from "vitest";
import { loadDraft, saveDraft } from "./draft.ts";

beforeEach(() => sessionStorage.clear());

it("keeps what was typed, per video", () => {
	const draft = { body: "Hello", moment: { startMs: 1500, frameIndex: 36 } };
	saveDraft("v1", draft);
	expect(loadDraft("v1")).toEqual(draft);
	expect(loadDraft("v2")).toBeNull();
});

it("forgets an empty one", () => {
	saveDraft("v1", { body: "Hello", moment: { startMs: 0 } });
	saveDraft("v1", { body: "", moment: { startMs: 0 } });
	expect(loadDraft("v1")).toBeNull();
	expect(sessionStorage.length).toBe(0);
});

it.each(["not json", "{}", '{"body":1}', '{"body":"x","moment":{}}', "[]"])(
	"does not trust a stored %s",
	(text) => {
		sessionStorage.setItem("nuclom-draft-v1", text);
		expect(loadDraft("v1")).toBeNull();
	},
);
