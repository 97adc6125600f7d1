import { AppError, type Logger, silentLogger } from "@nuclom/core";
import pRetry from "p-retry";
import { createClient, type S3Connection } from "../s3/client.ts";
import {
	type RulesOf,
	readCors,
	readLifecycle,
	sendMd5,
	writeCors,
	writeLifecycle,
} from "./bucket-rules.ts";
import { areSame, planCors, planLifecycle, type SetupPlan } from "./plan.ts";
import { wantedCors, wantedLifecycle } from "./wanted.ts";

export interface StorageSetupConfig extends S3Connection {
	/** Origins of the pages that send to and read from the bucket, such as `https://nuclom.example.com`. */
	readonly origins: readonly string[];
	readonly logger?: Logger;
}

/** Brings a bucket's CORS and lifecycle rules to what the product needs. */
export interface StorageSetup {
	/**
	 * Reads what the bucket has and says what would change.
	 * @throws {AppError} STORAGE_MISCONFIGURED (its hint names the missing right or setting), STORAGE_UNAVAILABLE
	 */
	plan(): Promise<SetupPlan>;
	/**
	 * Writes what differs, conflicting rules left out, and reads it back.
	 * @throws {AppError} STORAGE_MISCONFIGURED, also when the bucket did not keep the rules; STORAGE_UNAVAILABLE
	 */
	apply(plan: SetupPlan): Promise<void>;
	close(): Promise<void>;
}

async function plan(rules: RulesOf, origins: readonly string[]): Promise<SetupPlan> {
	const [cors, { rules: lifecycle }] = await Promise.all([readCors(rules), readLifecycle(rules)]);
	return {
		cors: planCors(cors, wantedCors(origins)),
		...planLifecycle(lifecycle, wantedLifecycle()),
	};
}

/** A store may answer with the old rules for a moment. */
async function proveKept(kind: string, isKept: () => Promise<boolean>): Promise<void> {
	const look = async () => {
		if (await isKept()) return;
		throw new AppError("STORAGE_MISCONFIGURED", `The bucket did not keep the ${kind} rules.`, {
			hint: "Look at them where the storage's provider shows them; it may support only a part of them.",
		});
	};
	await pRetry(look, { retries: 5, minTimeout: 100, factor: 2 });
}

/** Order counts for CORS alone. */
function holdsAll<T extends object>(found: readonly T[], wanted: readonly T[]): boolean {
	const isThere = (rule: T) => found.some((one) => areSame([one], [rule]));
	return found.length === wanted.length && wanted.every(isThere);
}

async function apply(rules: RulesOf, { cors, lifecycle }: SetupPlan): Promise<void> {
	if (cors.isDifferent) {
		await writeCors(rules, cors.after);
		await proveKept("CORS", async () => areSame(await readCors(rules), cors.after));
	}
	if (!lifecycle.isDifferent) return;
	const { minimumSize } = await readLifecycle(rules);
	await writeLifecycle(rules, lifecycle.after, minimumSize);
	const isKept = async () => holdsAll((await readLifecycle(rules)).rules, lifecycle.after);
	await proveKept("lifecycle", isKept);
}

/** For an S3-compatible bucket; a local disk needs nothing. Connects when it is first used. */
export function createStorageSetup(config: StorageSetupConfig): StorageSetup {
	const client = createClient(config, config.logger ?? silentLogger);
	sendMd5(client);
	const rules = { client, bucket: config.bucket };
	return {
		plan: () => plan(rules, config.origins),
		apply: (wanted) => apply(rules, wanted),
		async close() {
			client.destroy();
		},
	};
}
