import { can, type Permission, type Role } from "@nuclom/auth";
import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { members } from "@nuclom/db/schema";
import { and, eq } from "drizzle-orm";
import { isGranted } from "../api-keys/scopes.ts";
import { type Context, requireCaller } from "./context.ts";

export interface Access {
	readonly userId: string;
	readonly organizationId: string;
	readonly role: Role;
	can(permission: Permission): boolean;
}

/** What an outsider hears, whether the organization exists or not. */
export function organizationNotFound(): AppError {
	return new AppError("ORGANIZATION_NOT_FOUND", "There is no such organization.", {
		hint: "Check the address, or ask for an invitation.",
	});
}

async function readRole(
	executor: Executor,
	organizationId: string,
	userId: string,
): Promise<Role | undefined> {
	const [member] = await executor
		.select({ role: members.role })
		.from(members)
		.where(and(eq(members.organizationId, organizationId), eq(members.userId, userId)));
	return member?.role;
}

function rememberRole(ctx: Context, organizationId: string, userId: string) {
	const known = ctx.roles?.get(organizationId);
	const role = known ?? readRole(ctx.deps.database.drizzle, organizationId, userId);
	ctx.roles?.set(organizationId, role);
	return role;
}

/**
 * The first line of every verb: may this person do this in this organization?
 * @throws {AppError} UNAUTHENTICATED; ORGANIZATION_NOT_FOUND for outsiders; FORBIDDEN for insiders
 */
export async function requireAccess(
	ctx: Context,
	organizationId: string,
	permission: Permission,
): Promise<Access> {
	const userId = requireCaller(ctx);
	const { apiKey } = ctx;
	if (apiKey && apiKey.organizationId !== organizationId) throw organizationNotFound();
	const role = await rememberRole(ctx, organizationId, userId);
	if (!role) throw organizationNotFound();
	const isInScope = (wanted: Permission) => !apiKey || isGranted(apiKey.scopes, wanted);
	const access = (wanted: Permission) => can(role, wanted) && isInScope(wanted);
	if (!isInScope(permission)) {
		throw new AppError("FORBIDDEN", "This API key's scopes do not allow this.", {
			hint: "Make a key with another scope in the settings.",
		});
	}
	if (!access(permission)) {
		throw new AppError("FORBIDDEN", "Your role does not allow this.", {
			hint: "Ask an owner or an admin of the organization.",
		});
	}
	return { userId, organizationId, role, can: access };
}
