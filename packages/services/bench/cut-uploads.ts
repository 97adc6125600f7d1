/** 200 uploads whose connections are cut at random places (20 with `--quick`): how many arrive with the right SHA-256. */
import { createTestServer } from "@nuclom/testing";
import { runCutUploads } from "../test/cut-uploads.ts";

const count = process.argv.includes("--quick") ? 20 : 200;
await using server = await createTestServer();
const result = await runCutUploads(count, Date.now(), server.url);
process.stdout.write(
	`${JSON.stringify({ name: "services.cut-uploads", ...result }, null, "\t")}\n`,
);
