import { anHourAgo, startLocal } from "../../test/local-under-test.ts";
import { describeStorage } from "../../test/storage-contract.ts";

describeStorage("local", async () => {
	const { storage, again, close } = await startLocal();
	return { storage, anHourAgo: again(anHourAgo), close };
});
