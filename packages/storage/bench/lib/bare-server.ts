/**
 * What a storage server is measured against: the least that Node can do. Writes every PUT to a file of its own with
 * Node's own streams, as `pipeline(request, createWriteStream(…))` does: no hash, no check, no sync.
 * `node bare-server.ts FOLDER`; prints its port.
 */
import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";

const [, , folder = ""] = process.argv;
const server = createServer(async (request, response) => {
	await pipeline(request, createWriteStream(join(folder, basename(request.url ?? ""))));
	response.end();
});
server.listen(0, "127.0.0.1", () => {
	process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
