import type { Permission } from "@nuclom/auth";

/** What a key may do at most, in the order of the settings page; its person's role limits it further. */
export const apiKeyScopes = ["read", "upload", "comment"] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

const granted: Record<ApiKeyScope, readonly Permission[]> = {
	read: ["organization.read", "members.read", "videos.read"],
	upload: ["organization.read", "videos.create"],
	comment: ["organization.read", "videos.read", "comments.create"],
};

export function isGranted(scopes: readonly string[], permission: Permission): boolean {
	return apiKeyScopes.some(
		(scope) => scopes.includes(scope) && granted[scope].includes(permission),
	);
}
