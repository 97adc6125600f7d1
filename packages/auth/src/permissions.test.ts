import { describe, expect, it } from "vitest";
import { can, type Permission, roles } from "./permissions.ts";

/** owner, admin, member */
const expected: Record<Permission, readonly [boolean, boolean, boolean]> = {
	"organization.read": [true, true, true],
	"organization.update": [true, true, false],
	"members.read": [true, true, true],
	"members.manage": [true, true, false],
	"owners.manage": [true, false, false],
	"invites.manage": [true, true, false],
	"apiKeys.create": [true, true, true],
	"videos.read": [true, true, true],
	"videos.create": [true, true, true],
	"videos.editAny": [true, true, false],
	"comments.create": [true, true, true],
	"comments.deleteAny": [true, true, false],
};

describe("can", () => {
	it.each(Object.entries(expected))("%s", (permission, answers) => {
		expect(roles.map((role) => can(role, permission as Permission))).toEqual(answers);
	});
});
