// Run by tracing.integration.test.ts in a process of its own: tracing hooks into the whole process.
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { createErrorReporter } from "../src/index.ts";

const [dsn = ""] = process.argv.slice(2);
const handlersBefore = process.listenerCount("uncaughtException");
const errors = createErrorReporter({
	dsn,
	environment: "test",
	service: "web",
	sampleRates: { traces: 1 },
});
await errors.flush(5_000);

const server = createServer((_request, response) => response.end("ok"));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const headers = { cookie: "session=cookie-secret", authorization: "Bearer header-secret" };
const url = `http://127.0.0.1:${port}/reset?token=query-secret&plain=also-private`;
await new Promise((resolve) => {
	get(url, { headers }, (response) => response.resume().on("end", resolve));
});
await fetch(url, { headers }).then((response) => response.text());
server.close();
await errors.flush(5_000);
console.log(process.listenerCount("uncaughtException") - handlersBefore);
process.exit(0);
