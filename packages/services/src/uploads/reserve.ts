import { AppError } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { uploads } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "../shared/context.ts";
import { assertRoom } from "../storage/quota.ts";
import { uploadNotFound } from "./read.ts";

/** As much at a time is set aside for a file whose length nobody knows yet. */
export const reservationStepBytes = 256 * 1024 ** 2;

/** @throws {AppError} UPLOAD_TOO_LARGE */
export function assertUploadSize(sizeBytes: number, maxUploadBytes: number): void {
	if (sizeBytes <= maxUploadBytes) return;
	throw new AppError("UPLOAD_TOO_LARGE", "This file is larger than this place allows.", {
		hint: "Choose a smaller file, or ask an operator to raise UPLOAD_MAX_BYTES.",
		data: { sizeBytes, maxUploadBytes },
	});
}

type Upload = Pick<typeof uploads.$inferSelect, "id" | "organizationId">;

/** The row is held first and the organization after it, as a completion does. */
async function change(
	tx: Transaction,
	ctx: Context,
	{ id, organizationId }: Upload,
	wanted: (reservedBytes: number) => number,
): Promise<void> {
	const [row] = await tx
		.select({ status: uploads.status, sizeBytes: uploads.sizeBytes })
		.from(uploads)
		.where(eq(uploads.id, id))
		.for("update");
	if (row?.status !== "open") throw uploadNotFound();
	const sizeBytes = wanted(row.sizeBytes);
	const { settings } = ctx.deps;
	if (sizeBytes > row.sizeBytes) {
		assertUploadSize(sizeBytes, settings.maxUploadBytes);
		await assertRoom(tx, settings, { organizationId, sizeBytes, announcedBytes: row.sizeBytes });
	}
	if (sizeBytes !== row.sizeBytes) {
		await tx.update(uploads).set({ sizeBytes }).where(eq(uploads.id, id));
	}
}

const isNoRoom = (error: unknown) =>
	AppError.isInstance(error) && error.code === "STORAGE_QUOTA_EXCEEDED";

/**
 * Sets room aside for an open-ended upload, a step at a time; less than a step where no more is free.
 * @throws {AppError} STORAGE_QUOTA_EXCEEDED, UPLOAD_TOO_LARGE, UPLOAD_NOT_FOUND
 */
export async function reserveAtLeast(ctx: Context, upload: Upload, bytes: number): Promise<void> {
	const { database, settings } = ctx.deps;
	const steps = Math.ceil(bytes / reservationStepBytes) * reservationStepBytes;
	const generous = Math.max(bytes, Math.min(steps, settings.maxUploadBytes));
	await database.transaction(async (tx) => {
		const grow = (to: number) =>
			change(tx, ctx, upload, (reserved) => (bytes <= reserved ? reserved : to));
		try {
			await grow(generous);
		} catch (error) {
			if (!isNoRoom(error) || generous === bytes) throw error;
			await grow(bytes);
		}
	});
}

/**
 * Sets aside what the upload turned out to be, and gives the rest back.
 * @throws {AppError} STORAGE_QUOTA_EXCEEDED, UPLOAD_TOO_LARGE, UPLOAD_NOT_FOUND
 */
export async function reserveExactly(ctx: Context, upload: Upload, bytes: number): Promise<void> {
	await ctx.deps.database.transaction((tx) => change(tx, ctx, upload, () => bytes));
}
