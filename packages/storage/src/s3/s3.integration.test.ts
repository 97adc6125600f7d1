import { startS3 } from "@nuclom/testing";
import { anHourAgo } from "../../test/local-under-test.ts";
import { describeStorage } from "../../test/storage-contract.ts";
import { createS3Storage } from "./create-s3-storage.ts";

describeStorage("S3", async () => {
	const s3 = await startS3({ bucket: "contract" });
	const config = { ...s3, bucket: "contract" };
	const storage = createS3Storage(config);
	const past = createS3Storage({ ...config, clock: anHourAgo });
	return {
		storage,
		anHourAgo: past,
		async close() {
			await Promise.all([storage.close(), past.close()]);
			await s3.close();
		},
	};
});
