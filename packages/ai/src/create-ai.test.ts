import { describe, expect, it } from "vitest";
import { startScriptedServer } from "../test/scripted-server.ts";
import { createAi } from "./create-ai.ts";
import { aiEnv } from "./env.ts";

const models = { transcription: "gpt-transcribe", analysis: "gpt-6.1-terra" };

describe("createAi", () => {
	it("is not configured without a key or a server, and says which variables to set", async () => {
		const ai = createAi({ models });
		expect(ai.isConfigured).toBe(false);
		const refusal = { code: "AI_NOT_CONFIGURED", hint: expect.stringContaining("OPENAI_API_KEY") };
		await expect(ai.check()).rejects.toMatchObject(refusal);
		const cues = [{ startMs: 0, endMs: 1_000, text: "Hello." }];
		await expect(ai.analyze({ title: "T", durationMs: 1_000, cues })).rejects.toMatchObject(
			refusal,
		);
	});

	it("sends no Authorization to a server without keys", async () => {
		await using server = await startScriptedServer(() => ({
			json: { object: "list", data: [{ id: "gpt-transcribe" }, { id: "gpt-6.1-terra" }] },
		}));
		const ai = createAi({ baseUrl: server.baseUrl, models });
		expect(ai.isConfigured).toBe(true);
		await ai.check();
		expect(server.requests[0]?.path).toBe("/v1/models");
		expect(server.requests[0]?.headers.authorization).toBeUndefined();
	});

	it("takes nothing from the SDK's own variables", async () => {
		await using server = await startScriptedServer(() => ({ json: { data: [] } }));
		process.env.OPENAI_ORG_ID = "org-from-env";
		try {
			const ai = createAi({ apiKey: "k", baseUrl: server.baseUrl, models });
			await ai.check().catch(() => {});
		} finally {
			delete process.env.OPENAI_ORG_ID;
		}
		expect(server.requests[0]?.headers["openai-organization"]).toBeUndefined();
	});
});

describe("check", () => {
	it("names the variable of a model that the server does not offer", async () => {
		await using server = await startScriptedServer(() => ({
			json: { data: [{ id: "gpt-transcribe" }] },
		}));
		const ai = createAi({ apiKey: "k", baseUrl: server.baseUrl, models });
		await expect(ai.check()).rejects.toMatchObject({
			code: "AI_NOT_CONFIGURED",
			hint: expect.stringContaining("OPENAI_ANALYSIS_MODEL"),
		});
	});

	it("does not try again", async () => {
		await using server = await startScriptedServer(() => ({ status: 500, json: {} }));
		const ai = createAi({ apiKey: "k", baseUrl: server.baseUrl, models });
		await expect(ai.check()).rejects.toMatchObject({ code: "AI_UNAVAILABLE" });
		expect(server.requests).toHaveLength(1);
	});

	it("says that nobody answers", async () => {
		const server = await startScriptedServer(() => ({ json: {} }));
		await server[Symbol.asyncDispose]();
		const ai = createAi({ apiKey: "k", baseUrl: server.baseUrl, models });
		await expect(ai.check()).rejects.toMatchObject({ code: "AI_UNAVAILABLE" });
	});
});

describe("aiEnv", () => {
	it("has models by default", () => {
		expect(aiEnv.parse({})).toEqual({
			OPENAI_TRANSCRIPTION_MODEL: "gpt-transcribe",
			OPENAI_ANALYSIS_MODEL: "gpt-6.1-terra",
		});
	});

	it.each(["not a url", "ftp://x/v1"])("refuses the address %j", (OPENAI_BASE_URL) => {
		expect(aiEnv.safeParse({ OPENAI_BASE_URL }).success).toBe(false);
	});
});
