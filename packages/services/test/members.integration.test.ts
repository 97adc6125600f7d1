import { auditEvents, members } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	acceptInvite,
	createInvite,
	createOrganization,
	getOrganization,
	getViewer,
	leaveOrganization,
	listInvites,
	listMembers,
	previewInvite,
	removeMember,
	revokeInvite,
	updateMemberRole,
	updateOrganization,
} from "../src/index.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

const code = (wanted: string) => expect.objectContaining({ code: wanted });

async function memberIdOf(organizationId: string, userId: string): Promise<string> {
	const [row] = await world.deps.database.drizzle
		.select({ id: members.id })
		.from(members)
		.where(and(eq(members.organizationId, organizationId), eq(members.userId, userId)));
	return row?.id ?? "";
}

describe("organizations", () => {
	it("gives each a free address, and refuses one that is taken or reserved", async () => {
		const ctx = await world.person();
		const first = await createOrganization({ ctx, input: { name: "Blue Whale" } });
		const second = await createOrganization({ ctx, input: { name: "Blue Whale" } });
		expect([first.slug, second.slug]).toEqual(["blue-whale", "blue-whale-2"]);
		const taken = createOrganization({ ctx, input: { name: "X", slug: "blue-whale" } });
		await expect(taken).rejects.toEqual(code("ORGANIZATION_SLUG_TAKEN"));
		const reserved = createOrganization({ ctx, input: { name: "X", slug: "api" } });
		await expect(reserved).rejects.toEqual(code("INPUT_INVALID"));
		const viewer = await getViewer({ ctx });
		expect(viewer.organizations.map(({ slug, role }) => [slug, role])).toEqual([
			["blue-whale", "owner"],
			["blue-whale-2", "owner"],
		]);
	});

	it("makes one of twenty that want the same address at once", async () => {
		const ctx = await world.person();
		const wants = Array.from({ length: 20 }, () =>
			createOrganization({ ctx, input: { name: "Race", slug: "the-race" } }),
		);
		const results = await Promise.allSettled(wants);
		expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		for (const result of results) {
			if (result.status === "rejected") expect(result.reason.code).toBe("ORGANIZATION_SLUG_TAKEN");
		}
	});

	it("keeps its earlier address: members are led on, and nobody else may take it", async () => {
		const { organizationId, slug, owner, stranger } = await world.organization();
		const moved = `${slug}-moved`;
		const rename = (to: string) =>
			updateOrganization({ ctx: owner, input: { organizationId, slug: to } });
		await rename(moved);
		const mine = async () => (await getViewer({ ctx: owner })).organizations[0];
		expect(await mine()).toMatchObject({ slug: moved, earlierSlugs: [slug] });
		const taken = createOrganization({ ctx: stranger, input: { name: "X", slug } });
		await expect(taken).rejects.toEqual(code("ORGANIZATION_SLUG_TAKEN"));
		const theirs = await createOrganization({ ctx: stranger, input: { name: slug } });
		expect(theirs.slug).not.toBe(slug);
		const input = { organizationId: theirs.id, slug };
		await expect(updateOrganization({ ctx: stranger, input })).rejects.toEqual(
			code("ORGANIZATION_SLUG_TAKEN"),
		);
		expect((await getViewer({ ctx: stranger })).organizations).toMatchObject([
			{ slug: theirs.slug, earlierSlugs: [] },
		]);
		await rename(slug);
		expect(await mine()).toMatchObject({ slug, earlierSlugs: [moved] });
	});

	it("gives an address that is left and wanted at once to one of both", async () => {
		const { organizationId, slug, owner } = await world.organization();
		const ctx = await world.person();
		await Promise.allSettled([
			updateOrganization({ ctx: owner, input: { organizationId, slug: `${slug}-moved` } }),
			...Array.from({ length: 8 }, () => createOrganization({ ctx, input: { name: "X", slug } })),
		]);
		expect((await getViewer({ ctx })).organizations).toEqual([]);
	});

	it("is renamed by an admin, not by a member, and writes who did it", async () => {
		const { organizationId, admin, member } = await world.organization();
		const input = { organizationId, name: "New name" };
		await expect(updateOrganization({ ctx: member, input })).rejects.toEqual(code("FORBIDDEN"));
		await expect(updateOrganization({ ctx: admin, input })).resolves.toMatchObject({
			name: "New name",
			role: "admin",
		});
		const log = await world.deps.database.drizzle
			.select()
			.from(auditEvents)
			.where(eq(auditEvents.organizationId, organizationId));
		expect(log.map(({ action, actorId }) => [action, actorId])).toContainEqual([
			"organizations.update",
			admin.userId,
		]);
	});
});

describe("members", () => {
	it("lets only an owner make or unmake owners", async () => {
		const { organizationId, owner, admin, member } = await world.organization();
		const memberId = await memberIdOf(organizationId, member.userId);
		const ownerId = await memberIdOf(organizationId, owner.userId);
		const promote = { organizationId, memberId, role: "owner" as const };
		await expect(updateMemberRole({ ctx: admin, input: promote })).rejects.toEqual(
			code("FORBIDDEN"),
		);
		const demote = { organizationId, memberId: ownerId, role: "member" as const };
		await expect(updateMemberRole({ ctx: admin, input: demote })).rejects.toEqual(
			code("FORBIDDEN"),
		);
		const remove = { organizationId, memberId: ownerId };
		await expect(removeMember({ ctx: admin, input: remove })).rejects.toEqual(code("FORBIDDEN"));
		const promoted = await updateMemberRole({ ctx: owner, input: promote });
		expect(promoted.role).toBe("owner");
	});

	it("never loses its last owner, not even when two leave at once", async () => {
		const { organizationId, owner, admin } = await world.organization();
		const ownerLeaves = leaveOrganization({ ctx: owner, input: { organizationId } });
		await expect(ownerLeaves).rejects.toEqual(code("MEMBER_LAST_OWNER"));
		const memberId = await memberIdOf(organizationId, admin.userId);
		await updateMemberRole({ ctx: owner, input: { organizationId, memberId, role: "owner" } });
		const results = await Promise.allSettled(
			[owner, admin].map((ctx) => leaveOrganization({ ctx, input: { organizationId } })),
		);
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	it("loses sight of everything the moment they are removed", async () => {
		const { organizationId, admin, member } = await world.organization();
		const memberId = await memberIdOf(organizationId, member.userId);
		await removeMember({ ctx: admin, input: { organizationId, memberId } });
		await expect(getOrganization({ ctx: member, input: { organizationId } })).rejects.toEqual(
			code("ORGANIZATION_NOT_FOUND"),
		);
	});

	it("cannot reach a member of another organization", async () => {
		const one = await world.organization();
		const two = await world.organization();
		const memberId = await memberIdOf(two.organizationId, two.member.userId);
		const input = { organizationId: one.organizationId, memberId };
		await expect(removeMember({ ctx: one.owner, input })).rejects.toEqual(code("MEMBER_NOT_FOUND"));
	});
});

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";

describe("invites", () => {
	it("lets whoever holds the link in, once per person, and counts them", async () => {
		const { organizationId, slug, admin, stranger, nobody } = await world.organization();
		const invite = await createInvite({ ctx: admin, input: { organizationId } });
		const token = tokenOf(invite.url);
		const preview = await previewInvite({ ctx: nobody, input: { token } });
		expect(preview).toMatchObject({ inviterName: "Adam Admin", role: "member" });
		await expect(acceptInvite({ ctx: nobody, input: { token } })).rejects.toEqual(
			code("UNAUTHENTICATED"),
		);
		for (const _ of [1, 2]) {
			const { organization } = await acceptInvite({ ctx: stranger, input: { token } });
			expect(organization).toMatchObject({ slug, role: "member" });
		}
		const kept = await acceptInvite({ ctx: admin, input: { token } });
		expect(kept.organization.role).toBe("admin");
		const { items } = await listInvites({ ctx: admin, input: { organizationId } });
		expect(items).toMatchObject([{ id: invite.id, useCount: 1, createdByName: "Adam Admin" }]);
		expect(JSON.stringify(items)).not.toContain(token);
		const listed = await listMembers({ ctx: stranger, input: { organizationId } });
		expect(listed.items.map(({ user }) => user.id)).toContain(stranger.userId);
	});

	it("stops working when revoked, expired or mistyped, all with the same words", async () => {
		const { organizationId, owner, stranger } = await world.organization();
		const invite = await createInvite({ ctx: owner, input: { organizationId } });
		const later = { now: () => new Date(Date.parse(invite.expiresAt) + 1) };
		const tomorrow = { ...stranger, deps: { ...world.deps, clock: later } };
		const token = tokenOf(invite.url);
		const expired = acceptInvite({ ctx: tomorrow, input: { token } });
		await expect(expired).rejects.toEqual(code("INVITE_NOT_FOUND"));
		await revokeInvite({ ctx: owner, input: { organizationId, inviteId: invite.id } });
		for (const wrong of [token, "x".repeat(32)]) {
			const refused = acceptInvite({ ctx: stranger, input: { token: wrong } });
			await expect(refused).rejects.toEqual(code("INVITE_NOT_FOUND"));
		}
		const again = revokeInvite({ ctx: owner, input: { organizationId, inviteId: invite.id } });
		await expect(again).rejects.toEqual(code("INVITE_NOT_FOUND"));
	});

	it("cannot be made by a member, and never hands out ownership", async () => {
		const { organizationId, owner, member } = await world.organization();
		const byMember = createInvite({ ctx: member, input: { organizationId } });
		await expect(byMember).rejects.toEqual(code("FORBIDDEN"));
		const input = { organizationId, role: "owner" as never };
		await expect(createInvite({ ctx: owner, input })).rejects.toEqual(code("INPUT_INVALID"));
	});
});
