import { afterAll, beforeAll, describe } from "vitest";
import type { ObjectStorage } from "../src/index.ts";
import { describeFiles } from "./contract/files.ts";
import { describeKeys } from "./contract/keys.ts";
import { describeListing } from "./contract/listing.ts";
import { describeMultipart } from "./contract/multipart.ts";
import { describeObjects } from "./contract/objects.ts";
import { describeParts } from "./contract/parts.ts";
import { describePuts } from "./contract/puts.ts";
import { describeSignedReads } from "./contract/signed-reads.ts";

/** What the suite needs of a driver: a store of its own, empty, whose signed addresses are answered. */
export interface StorageUnderTest {
	readonly storage: ObjectStorage;
	/** The same store, by a driver that takes the present for an hour ago: its short addresses have expired. */
	readonly anHourAgo: ObjectStorage;
	close(): Promise<void>;
}

/** The contract that every driver of ObjectStorage keeps. */
export function describeStorage(name: string, start: () => Promise<StorageUnderTest>): void {
	describe(`${name} storage`, () => {
		let tested: StorageUnderTest;
		beforeAll(async () => {
			tested = await start();
		});
		afterAll(() => tested?.close());
		const storage = () => tested.storage;
		describeObjects(storage);
		describePuts(storage);
		describeFiles(storage);
		describeListing(storage);
		describeKeys(storage);
		describeMultipart(storage);
		describeParts(storage, () => tested.anHourAgo);
		describeSignedReads(storage, () => tested.anHourAgo);
	});
}
