import { AppError } from "@nuclom/core";
import { createStorageSetup, type SetupPlan } from "@nuclom/storage";
import { mark, type Output, plural } from "../output.ts";
import { type StorageOptions, storageConfiguration } from "./configuration.ts";
import { formatPlan } from "./format.ts";

export interface SetupOptions extends StorageOptions {
	readonly isDryRun: boolean;
	/** Take away rules of others that would harm what is stored. */
	readonly removesConflicts: boolean;
}

function inTheWay({ conflicts }: SetupPlan): AppError {
	const ids = conflicts.map(({ id }) => id).join(", ");
	const text = `Nothing was changed: ${plural(conflicts.length, "rule")} of somebody else would harm what is stored (${ids}).`;
	return new AppError("STORAGE_MISCONFIGURED", text, {
		hint: "Change them where they were made, or take them away with this command: nuclom storage setup --remove-conflicting",
	});
}

function json({ cors, lifecycle, conflicts }: SetupPlan) {
	const part = ({ isDifferent, before, after }: typeof cors | typeof lifecycle) => ({
		isDifferent,
		before,
		after,
	});
	return { cors: part(cors), lifecycle: part(lifecycle), conflicts };
}

function done(isDifferent: boolean, isDryRun: boolean, where: string): string {
	if (!isDifferent) return mark("ok", `${where} needs no change.`);
	if (isDryRun) return mark("warn", "Nothing was changed. Without --dry-run this is applied.");
	return mark("ok", `Applied to ${where}, and read back. Prove it: nuclom storage check`);
}

/**
 * Shows what differs, then applies it.
 * @throws {AppError} STORAGE_MISCONFIGURED, also for rules in the way; STORAGE_UNAVAILABLE, CONFIG_INVALID
 */
export async function runStorageSetup(options: SetupOptions, output: Output): Promise<void> {
	const { app, storage } = await storageConfiguration(options);
	const { settings, description } = storage;
	if (settings.provider === "local") {
		const text = `Objects lie on this disk, in ${description}. It needs no rules: nothing to do.`;
		output.answer({ status: "ok", provider: "local", isChanged: false }, mark("ok", text));
		return;
	}
	const setup = createStorageSetup({ ...settings, origins: app.trustedOrigins });
	try {
		const plan = await setup.plan();
		const isDifferent = plan.cors.isDifferent || plan.lifecycle.isDifferent;
		const isInTheWay = plan.conflicts.length > 0 && !options.removesConflicts;
		output.say(`${formatPlan(plan)}\n`);
		const isChanged = isDifferent && !options.isDryRun && !isInTheWay;
		if (isChanged) await setup.apply(plan);
		const status = isInTheWay ? "conflict" : isDifferent && !isChanged ? "differs" : "ok";
		const answer = { status, provider: "s3", bucket: settings.bucket, isChanged, ...json(plan) };
		if (output.isJson || !isInTheWay) {
			output.answer(answer, done(isDifferent, options.isDryRun, description));
		}
		if (isInTheWay) throw inTheWay(plan);
	} finally {
		await setup.close();
	}
}
