// The peer of the upload: the least that Node needs to put a body into a file. Prints its port.
import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const [folder] = process.argv.slice(2);
const server = createServer(async (request, response) => {
	await pipeline(request, createWriteStream(join(folder, "peer.bin")));
	response.end();
});
server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
