import { newId } from "@nuclom/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../src/index.ts";
import * as verbs from "../src/index.ts";
import { createWorld, type World } from "./world.ts";

type Verb = (call: { ctx: Context; input: never }) => Promise<unknown>;

let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let input: Record<string, unknown>;

beforeAll(async () => {
	world = await createWorld();
	team = await world.organization();
	const { organizationId, owner } = team;
	const upload = { organizationId, fileName: "clip.mp4", sizeBytes: 1000 };
	const { videoId, uploadId } = await verbs.createUpload({ ctx: owner, input: upload });
	const said = { organizationId, videoId, body: "Hello", startMs: 0 };
	const comment = await verbs.createComment({ ctx: owner, input: said });
	const invite = await verbs.createInvite({ ctx: owner, input: { organizationId } });
	const named = { organizationId, name: "CI", scopes: ["read" as const] };
	const apiKey = await verbs.createApiKey({ ctx: owner, input: named });
	const { items } = await verbs.listMembers({ ctx: owner, input: { organizationId } });
	input = {
		...{ organizationId, videoId, uploadId, commentId: comment.id, inviteId: invite.id },
		...{ apiKeyId: apiKey.id, scopes: ["read"] },
		...{ memberId: items[1]?.id, role: "member", name: "N", title: "T", body: "B", startMs: 0 },
		...{ fileName: "a.mp4", sizeBytes: 10, parts: [], partNumbers: [1], language: "en" },
		url: "https://example.com/clip.mp4",
		cues: [{ startMs: 0, endMs: 1, text: "Hi" }],
	};
});
afterAll(() => world.close());

/** Everything that takes an organization. A new verb belongs here. */
const scoped = {
	getOrganization: verbs.getOrganization,
	updateOrganization: verbs.updateOrganization,
	listMembers: verbs.listMembers,
	updateMemberRole: verbs.updateMemberRole,
	removeMember: verbs.removeMember,
	leaveOrganization: verbs.leaveOrganization,
	createInvite: verbs.createInvite,
	listInvites: verbs.listInvites,
	revokeInvite: verbs.revokeInvite,
	createUpload: verbs.createUpload,
	importVideo: verbs.importVideo,
	listOpenUploads: verbs.listOpenUploads,
	signParts: verbs.signParts,
	listUploadedParts: verbs.listUploadedParts,
	completeUpload: verbs.completeUpload,
	abortUpload: verbs.abortUpload,
	listVideos: verbs.listVideos,
	getVideo: verbs.getVideo,
	updateVideo: verbs.updateVideo,
	retryVideo: verbs.retryVideo,
	deleteVideo: verbs.deleteVideo,
	restoreVideo: verbs.restoreVideo,
	purgeVideo: verbs.purgeVideo,
	listTrash: verbs.listTrash,
	getStorageUsage: verbs.getStorageUsage,
	createApiKey: verbs.createApiKey,
	listApiKeys: verbs.listApiKeys,
	revokeApiKey: verbs.revokeApiKey,
	getPlayback: verbs.getPlayback,
	getDownload: verbs.getDownload,
	listComments: verbs.listComments,
	createComment: verbs.createComment,
	updateComment: verbs.updateComment,
	deleteComment: verbs.deleteComment,
	getTranscript: verbs.getTranscript,
	importTranscript: verbs.importTranscript,
	getInsights: verbs.getInsights,
	requestAnalysis: verbs.requestAnalysis,
} as unknown as Record<string, Verb>;

const call = (verb: Verb | undefined, ctx: Context, changes: object = {}) =>
	verb?.({ ctx, input: { ...input, ...changes } as never });

describe.each(Object.keys(scoped))("%s", (name) => {
	it("asks a signed-out caller to sign in", async () => {
		await expect(call(scoped[name], team.nobody)).rejects.toMatchObject({
			code: "UNAUTHENTICATED",
		});
	});

	it("tells a stranger the same as for an organization that does not exist", async () => {
		const real = await call(scoped[name], team.stranger)?.catch((error: unknown) => error);
		const organizationId = newId();
		const invented = await call(scoped[name], team.stranger, { organizationId })?.catch(
			(error: unknown) => error,
		);
		expect(real).toMatchObject({ code: "ORGANIZATION_NOT_FOUND", status: 404 });
		expect(JSON.stringify(real)).toBe(JSON.stringify(invented));
	});
});

/** What hangs on an id inside the organization must not be reachable from another one. */
const nested = Object.keys(scoped).filter(
	(name) =>
		!/^(getOrganization|updateOrganization|leave|getStorageUsage|importVideo|list(ApiKeys|Members|Invites|Videos|OpenUploads|Trash)|create(ApiKey|Invite|Upload))/.test(
			name,
		),
);

describe.each(nested)("%s from one's own organization", (name) => {
	it("does not find another organization's things", async () => {
		const own = await world.organization();
		const { organizationId } = own;
		const error = await call(scoped[name], own.owner, { organizationId })?.catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toMatchObject({ status: 404 });
	});
});

it("covers every verb that this package exports", () => {
	const others = ["acceptInvite", "previewInvite", "createOrganization", "getViewer"];
	const helpers = [
		"apiKeyFrom",
		"authenticateApiKey",
		"createEventHub",
		"deleteObjects",
		"latestSeq",
		"missedEvents",
		"organizationsOf",
		"purgeExpired",
		"registerJobHandlers",
		"sweepStorage",
	];
	const functions = Object.entries(verbs).filter(([, value]) => typeof value === "function");
	const names = functions.map(([name]) => name);
	expect(names.sort()).toEqual([...Object.keys(scoped), ...others, ...helpers].sort());
});
