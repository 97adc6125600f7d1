import type { Role } from "@nuclom/services/schemas";

export const roleWords: Record<Role, string> = {
	owner: "Owner",
	admin: "Admin",
	member: "Member",
};
