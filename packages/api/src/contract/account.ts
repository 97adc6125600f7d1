import {
	acceptedInviteSchema,
	apiKeyInputSchema,
	apiKeySchema,
	createApiKeySchema,
	createdApiKeySchema,
	createdInviteSchema,
	createInviteSchema,
	createOrganizationSchema,
	inviteInputSchema,
	invitePreviewSchema,
	inviteSchema,
	inviteTokenSchema,
	memberInputSchema,
	memberSchema,
	organizationInputSchema,
	organizationSchema,
	publicConfigurationSchema,
	storageUsageSchema,
	updateMemberRoleSchema,
	updateOrganizationSchema,
	viewerSchema,
} from "@nuclom/services/schemas";
import { z } from "zod";
import { authenticated, open } from "./base.ts";

const organization = "/v1/organizations/{organizationId}" as const;

export const configuration = {
	get: open({
		method: "GET",
		path: "/v1/configuration",
		operationId: "configuration.get",
		summary: "What is configured, as far as a browser must know",
		tag: "Configuration",
	}).output(publicConfigurationSchema),
};

export const viewer = {
	get: authenticated({
		method: "GET",
		path: "/v1/viewer",
		operationId: "viewer.get",
		summary: "The signed-in person and their organizations",
		tag: "Viewer",
	}).output(viewerSchema),
};

export const organizations = {
	create: authenticated({
		method: "POST",
		path: "/v1/organizations",
		operationId: "organizations.create",
		summary: "Create an organization; the caller becomes its owner",
		tag: "Organizations",
		successStatus: 201,
	})
		.input(createOrganizationSchema)
		.output(organizationSchema),
	get: authenticated({
		method: "GET",
		path: organization,
		operationId: "organizations.get",
		summary: "One organization",
		tag: "Organizations",
	})
		.input(organizationInputSchema)
		.output(organizationSchema),
	update: authenticated({
		method: "PATCH",
		path: organization,
		operationId: "organizations.update",
		summary: "Rename an organization or change its address",
		tag: "Organizations",
	})
		.input(updateOrganizationSchema)
		.output(organizationSchema),
	storage: authenticated({
		method: "GET",
		path: `${organization}/storage`,
		operationId: "organizations.storage",
		summary: "What the organization stores, and how much room is left",
		tag: "Organizations",
	})
		.input(organizationInputSchema)
		.output(storageUsageSchema),
};

export const members = {
	list: authenticated({
		method: "GET",
		path: `${organization}/members`,
		operationId: "members.list",
		summary: "Everyone in the organization",
		tag: "Members",
	})
		.input(organizationInputSchema)
		.output(z.object({ items: z.array(memberSchema) })),
	updateRole: authenticated({
		method: "PATCH",
		path: `${organization}/members/{memberId}`,
		operationId: "members.updateRole",
		summary: "Change a member's role",
		tag: "Members",
	})
		.input(updateMemberRoleSchema)
		.output(memberSchema),
	remove: authenticated({
		method: "DELETE",
		path: `${organization}/members/{memberId}`,
		operationId: "members.remove",
		summary: "Remove a member; what they wrote stays",
		tag: "Members",
	})
		.input(memberInputSchema)
		.output(z.object({ id: z.string() })),
	leave: authenticated({
		method: "POST",
		path: `${organization}/leave`,
		operationId: "members.leave",
		summary: "Leave the organization",
		tag: "Members",
	})
		.input(organizationInputSchema)
		.output(z.object({ id: z.string() })),
};

/** Keys by which programs act for the caller. */
export const apiKeys = {
	create: authenticated({
		method: "POST",
		path: `${organization}/api-keys`,
		operationId: "apiKeys.create",
		summary: "Make an API key; it is shown once",
		tag: "API keys",
		successStatus: 201,
	})
		.input(createApiKeySchema)
		.output(createdApiKeySchema),
	list: authenticated({
		method: "GET",
		path: `${organization}/api-keys`,
		operationId: "apiKeys.list",
		summary: "Keys that work: one's own, or everybody's for those who manage members",
		tag: "API keys",
	})
		.input(organizationInputSchema)
		.output(z.object({ items: z.array(apiKeySchema) })),
	revoke: authenticated({
		method: "DELETE",
		path: `${organization}/api-keys/{apiKeyId}`,
		operationId: "apiKeys.revoke",
		summary: "End an API key at once",
		tag: "API keys",
	})
		.input(apiKeyInputSchema)
		.output(z.object({ id: z.string() })),
};

export const invites = {
	create: authenticated({
		method: "POST",
		path: `${organization}/invites`,
		operationId: "invites.create",
		summary: "Make an invitation link; it is shown once",
		tag: "Invites",
		successStatus: 201,
	})
		.input(createInviteSchema)
		.output(createdInviteSchema),
	list: authenticated({
		method: "GET",
		path: `${organization}/invites`,
		operationId: "invites.list",
		summary: "Links that still work",
		tag: "Invites",
	})
		.input(organizationInputSchema)
		.output(z.object({ items: z.array(inviteSchema) })),
	revoke: authenticated({
		method: "DELETE",
		path: `${organization}/invites/{inviteId}`,
		operationId: "invites.revoke",
		summary: "Make a link stop working",
		tag: "Invites",
	})
		.input(inviteInputSchema)
		.output(z.object({ id: z.string() })),
	preview: open({
		method: "POST",
		path: "/v1/invites/preview",
		operationId: "invites.preview",
		summary: "Who invites, and where to",
		tag: "Invites",
	})
		.input(inviteTokenSchema)
		.output(invitePreviewSchema),
	accept: authenticated({
		method: "POST",
		path: "/v1/invites/accept",
		operationId: "invites.accept",
		summary: "Join by a link",
		tag: "Invites",
	})
		.input(inviteTokenSchema)
		.output(acceptedInviteSchema),
};
