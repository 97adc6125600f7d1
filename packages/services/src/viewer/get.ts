import { AppError } from "@nuclom/core";
import { members, organizationSlugs, organizations, users } from "@nuclom/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Context, requireCaller } from "../shared/context.ts";
import type { Viewer } from "./schemas.ts";

/** In the same query, because every page asks it; as JSON, because the pool knows no array types. */
const earlierSlugs = sql<string[]>`to_json(array(
	select ${organizationSlugs.slug} from ${organizationSlugs}
	where ${organizationSlugs.organizationId} = ${organizations.id}
		and ${organizationSlugs.slug} <> ${organizations.slug}))`;

/** @throws {AppError} UNAUTHENTICATED */
export async function getViewer({ ctx }: { ctx: Context }): Promise<Viewer> {
	const userId = requireCaller(ctx);
	const isMine = and(
		eq(members.userId, users.id),
		ctx.apiKey ? eq(members.organizationId, ctx.apiKey.organizationId) : undefined,
	);
	const rows = await ctx.deps.database.drizzle
		.select({
			user: users,
			organization: { id: organizations.id, name: organizations.name, slug: organizations.slug },
			role: members.role,
			earlierSlugs,
		})
		.from(users)
		.leftJoin(members, isMine)
		.leftJoin(organizations, eq(organizations.id, members.organizationId))
		.where(eq(users.id, userId))
		.orderBy(asc(organizations.name));
	const user = rows[0]?.user;
	if (!user) throw new AppError("UNAUTHENTICATED", "This account is gone.");
	for (const { organization, role } of rows) {
		if (organization && role) ctx.roles?.set(organization.id, Promise.resolve(role));
	}
	const { id, name, email, image, emailVerified } = user;
	return {
		user: { id, name, email, image, isEmailVerified: emailVerified },
		organizations: rows.flatMap(({ organization, role, ...row }) =>
			organization && role ? [{ ...organization, role, earlierSlugs: row.earlierSlugs }] : [],
		),
	};
}
