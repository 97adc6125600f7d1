import { apiKeys } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as verbs from "../src/index.ts";
import type { ApiKeyScope } from "../src/schemas.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let organizationId: string;

beforeAll(async () => {
	world = await createWorld();
	team = await world.organization();
	organizationId = team.organizationId;
});
afterAll(() => world.close());

const code = (wanted: string) => expect.objectContaining({ code: wanted });

const make = (scopes: ApiKeyScope[], ctx = team.member) =>
	verbs.createApiKey({ ctx, input: { organizationId, name: "CI", scopes } });

/** What the API makes of a request that carries the key. */
async function contextOf(key: string): Promise<verbs.Context> {
	const token = verbs.apiKeyFrom(`Bearer ${key}`) ?? "";
	return { deps: world.deps, ...(await verbs.authenticateApiKey(world.deps, token)) };
}

describe("an API key", () => {
	it("is shown once, kept as a hash, and acts for its person", async () => {
		const created = await make(["read", "upload"]);
		expect(created).toMatchObject({ name: "CI", scopes: ["read", "upload"], canRevoke: true });
		expect(created.key).toMatch(/^nuclom_[\w-]{43}$/);
		expect(created.key.startsWith(created.hint)).toBe(true);
		const { drizzle } = world.deps.database;
		const [row] = await drizzle.select().from(apiKeys).where(eq(apiKeys.id, created.id));
		expect(JSON.stringify(row)).not.toContain(created.key.slice(12));
		const ctx = await contextOf(created.key);
		const viewer = await verbs.getViewer({ ctx });
		expect(viewer.user.id).toBe(team.member.userId);
		const input = { organizationId, fileName: "a.mp4", sizeBytes: 10 };
		expect(await verbs.createUpload({ ctx, input })).toMatchObject({ organizationId });
		const { items } = await verbs.listApiKeys({ ctx: team.member, input: { organizationId } });
		expect(items.find(({ id }) => id === created.id)?.lastUsedAt).not.toBeNull();
	});

	it("does what its scopes say, as far as its person's role goes", async () => {
		const reader = await contextOf((await make(["read"], team.owner)).key);
		const upload = { organizationId, fileName: "a.mp4", sizeBytes: 10 };
		const forbidden = code("FORBIDDEN");
		await expect(verbs.createUpload({ ctx: reader, input: upload })).rejects.toEqual(forbidden);
		const rename = { organizationId, name: "Mine" };
		await expect(verbs.updateOrganization({ ctx: reader, input: rename })).rejects.toEqual(
			forbidden,
		);
		await expect(make(["read"], reader as never)).rejects.toEqual(forbidden);
		const sender = await contextOf((await make(["upload"])).key);
		await expect(verbs.listVideos({ ctx: sender, input: { organizationId } })).rejects.toEqual(
			forbidden,
		);
	});

	it("reaches one organization, and nothing that belongs to none", async () => {
		const ctx = await contextOf((await make(["read"])).key);
		const other = await world.organization();
		const { drizzle } = world.deps.database;
		await drizzle
			.update(apiKeys)
			.set({ userId: other.owner.userId })
			.where(eq(apiKeys.id, ctx.apiKey?.id ?? ""));
		const moved = { ...ctx, userId: other.owner.userId };
		const input = { organizationId: other.organizationId };
		await expect(verbs.getOrganization({ ctx: moved, input })).rejects.toEqual(
			code("ORGANIZATION_NOT_FOUND"),
		);
		expect((await verbs.getViewer({ ctx: moved })).organizations).toEqual([]);
		const fresh = { name: "New", slug: "new-one" };
		await expect(verbs.createOrganization({ ctx, input: fresh })).rejects.toEqual(
			code("FORBIDDEN"),
		);
	});

	it("ends at once when it is revoked, expires, or its person leaves", async () => {
		const { id, key } = await make(["read"]);
		const hidden = { ctx: team.admin, input: { organizationId, apiKeyId: id } };
		expect(await verbs.revokeApiKey(hidden)).toEqual({ id });
		await expect(contextOf(key)).rejects.toEqual(code("UNAUTHENTICATED"));
		await expect(verbs.revokeApiKey(hidden)).rejects.toEqual(code("API_KEY_NOT_FOUND"));
		const later = { now: () => new Date(Date.now() + 91 * 86_400_000) };
		const other = await make(["read"]);
		const deps = { ...world.deps, clock: later };
		await expect(verbs.authenticateApiKey(deps, other.key)).rejects.toEqual(
			code("UNAUTHENTICATED"),
		);
		const ctx = await contextOf(other.key);
		await verbs.leaveOrganization({ ctx: team.member, input: { organizationId } });
		await expect(verbs.getOrganization({ ctx, input: { organizationId } })).rejects.toEqual(
			code("ORGANIZATION_NOT_FOUND"),
		);
	});

	it("of another member is neither seen nor ended by those who do not manage members", async () => {
		const own = await world.organization();
		const ids = { organizationId: own.organizationId };
		const theirs = { ...ids, name: "Owner's", scopes: ["read" as const] };
		const { id } = await verbs.createApiKey({ ctx: own.owner, input: theirs });
		const { items } = await verbs.listApiKeys({ ctx: own.member, input: ids });
		expect(items).toEqual([]);
		const input = { ...ids, apiKeyId: id };
		await expect(verbs.revokeApiKey({ ctx: own.member, input })).rejects.toEqual(
			code("API_KEY_NOT_FOUND"),
		);
		expect((await verbs.listApiKeys({ ctx: own.admin, input: ids })).items).toHaveLength(1);
	});

	it("is read from a Bearer header only, and only ours", () => {
		expect(verbs.apiKeyFrom("bearer nuclom_abc")).toBe("nuclom_abc");
		for (const header of [null, "", "Bearer abc", "Basic nuclom_abc", "nuclom_abc"]) {
			expect(verbs.apiKeyFrom(header)).toBeUndefined();
		}
	});
});
