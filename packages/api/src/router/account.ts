import {
	acceptInvite,
	createApiKey,
	createInvite,
	createOrganization,
	getOrganization,
	getStorageUsage,
	getViewer,
	leaveOrganization,
	listApiKeys,
	listInvites,
	listMembers,
	previewInvite,
	removeMember,
	revokeApiKey,
	revokeInvite,
	updateMemberRole,
	updateOrganization,
} from "@nuclom/services";
import { openContext, serviceContext } from "../context.ts";
import { implementer as os, verb } from "./base.ts";

export const configuration = {
	get: os.configuration.get.handler(async ({ context }) => context.deps.configuration()),
};

export const viewer = {
	get: os.viewer.get.handler(async ({ context }) =>
		getViewer({ ctx: await serviceContext(context) }),
	),
};

export const organizations = {
	create: os.organizations.create.handler(verb(createOrganization)),
	get: os.organizations.get.handler(verb(getOrganization)),
	update: os.organizations.update.handler(verb(updateOrganization)),
	storage: os.organizations.storage.handler(verb(getStorageUsage)),
};

export const members = {
	list: os.members.list.handler(verb(listMembers)),
	updateRole: os.members.updateRole.handler(verb(updateMemberRole)),
	remove: os.members.remove.handler(verb(removeMember)),
	leave: os.members.leave.handler(verb(leaveOrganization)),
};

export const apiKeys = {
	create: os.apiKeys.create.handler(verb(createApiKey)),
	list: os.apiKeys.list.handler(verb(listApiKeys)),
	revoke: os.apiKeys.revoke.handler(verb(revokeApiKey)),
};

export const invites = {
	create: os.invites.create.handler(verb(createInvite)),
	list: os.invites.list.handler(verb(listInvites)),
	revoke: os.invites.revoke.handler(verb(revokeInvite)),
	preview: os.invites.preview.handler(({ context, input }) =>
		previewInvite({ ctx: openContext(context), input }),
	),
	accept: os.invites.accept.handler(verb(acceptInvite)),
};
