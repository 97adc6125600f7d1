/** Roles from most to least; safe for the browser. */
export const roles = ["owner", "admin", "member"] as const;
export type Role = (typeof roles)[number];

/** What may be done in an organization, and by whom. A missing row here is a "no". */
const granted = {
	"organization.read": ["owner", "admin", "member"],
	"organization.update": ["owner", "admin"],
	"members.read": ["owner", "admin", "member"],
	"members.manage": ["owner", "admin"],
	/** Make or unmake owners. */
	"owners.manage": ["owner"],
	"invites.manage": ["owner", "admin"],
	/** Keys that act for oneself. */
	"apiKeys.create": ["owner", "admin", "member"],
	"videos.read": ["owner", "admin", "member"],
	"videos.create": ["owner", "admin", "member"],
	/** Videos of others; one's own may always be edited. */
	"videos.editAny": ["owner", "admin"],
	"comments.create": ["owner", "admin", "member"],
	"comments.deleteAny": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof granted;

export function can(role: Role, permission: Permission): boolean {
	return (granted[permission] as readonly Role[]).includes(role);
}
