import { AppError } from "@nuclom/core";
import { ORPCError } from "@orpc/contract";
import { describe, expect, it } from "vitest";
import { toAppError, toOrpcError } from "./errors.ts";

describe("the one error map", () => {
	it("keeps code, sentence, hint and facts, and adds the request id", () => {
		const error = new AppError("UPLOAD_TOO_LARGE", "Too large.", {
			hint: "Choose a smaller one.",
			data: { sizeBytes: 7 },
		});
		const mapped = toOrpcError(error, "request-1");
		expect(mapped).toMatchObject({ code: "UPLOAD_TOO_LARGE", status: 413, message: "Too large." });
		expect(mapped.data).toEqual({
			hint: "Choose a smaller one.",
			sizeBytes: 7,
			requestId: "request-1",
		});
	});

	it("tells nothing of a defect but its request id", () => {
		const mapped = toOrpcError(new Error("password=hunter2 at /srv/secret.ts"), "request-2");
		expect(mapped).toMatchObject({ code: "INTERNAL", status: 500 });
		expect(JSON.stringify(mapped.toJSON())).not.toMatch(/hunter2|secret\.ts/);
		expect(JSON.stringify(mapped.toJSON())).toContain("request-2");
	});

	it("says which field is wrong when the contract refuses an input", () => {
		const refused = new ORPCError("BAD_REQUEST", {
			data: { issues: [{ path: ["body"], message: "Write something here." }] },
		});
		const error = toAppError(refused);
		expect(error).toMatchObject({ code: "INPUT_INVALID", hint: "body: Write something here." });
		expect(error.data).toEqual({ fields: [{ path: "body", message: "Write something here." }] });
	});

	it("says that the database is away, whatever driver error is inside", () => {
		const wrapped = new Error("Failed query", {
			cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
		});
		expect(toAppError(wrapped).code).toBe("DATABASE_UNAVAILABLE");
	});
});
