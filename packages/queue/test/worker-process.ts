import { silentLogger } from "@nuclom/core";
import { createQueue, defineJob } from "../src/index.ts";

/** A worker that takes one job, says so, and never finishes it. Killed by its test. */
const [url = "", job = ""] = process.argv.slice(2);
const jobs = [defineJob<{ videoId: string }>({ ...JSON.parse(job) })];
const queue = createQueue({ connect: { url }, logger: silentLogger, jobs });
await queue.start();
for (const definition of jobs) {
	await queue.work(definition, { concurrency: 1 }, async ({ attempt }) => {
		process.stdout.write(`attempt ${attempt}\n`);
		await new Promise(() => {});
	});
}
