// Run by stdout.integration.test.ts: ends right after its last line, as a crash would.
import { createLogger } from "../src/index.ts";

const [count = "0"] = process.argv.slice(2);
const logger = createLogger({ level: "info" });
for (let index = 0; index < Number(count); index += 1) {
	logger.info({ index }, "line");
}
process.stderr.write(`logged ${count}\n`);
process.exit(0);
