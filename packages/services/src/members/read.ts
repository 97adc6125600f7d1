import { AppError } from "@nuclom/core";
import type { Executor } from "@nuclom/db";
import { members, users } from "@nuclom/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Member } from "./schemas.ts";

const columns = {
	id: members.id,
	role: members.role,
	createdAt: members.createdAt,
	userId: users.id,
	name: users.name,
	email: users.email,
	image: users.image,
};

type Row = {
	id: string;
	role: Member["role"];
	createdAt: Date;
	userId: string;
	name: string;
	email: string;
	image: string | null;
};

function present(row: Row): Member {
	return {
		id: row.id,
		role: row.role,
		joinedAt: row.createdAt.toISOString(),
		user: { id: row.userId, name: row.name, email: row.email, image: row.image },
	};
}

export async function readMembers(executor: Executor, organizationId: string): Promise<Member[]> {
	const rows = await executor
		.select(columns)
		.from(members)
		.innerJoin(users, eq(users.id, members.userId))
		.where(eq(members.organizationId, organizationId))
		.orderBy(asc(members.id));
	return rows.map(present);
}

/** @throws {AppError} MEMBER_NOT_FOUND */
export async function readMember(
	executor: Executor,
	organizationId: string,
	memberId: string,
): Promise<Member> {
	const [row] = await executor
		.select(columns)
		.from(members)
		.innerJoin(users, eq(users.id, members.userId))
		.where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
	if (!row) throw new AppError("MEMBER_NOT_FOUND", "There is no such member.");
	return present(row);
}
