import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { isListening } from "../net.ts";
import { startRedis } from "./redis.ts";

async function ask(port: number, ...commands: string[]): Promise<string> {
	const socket = connect(port, "127.0.0.1");
	socket.end(`${[...commands, "QUIT"].join("\r\n")}\r\n`);
	return text(socket);
}

it("serves, dies on request, comes back empty on the same port, and is gone after close", async () => {
	const redis = await startRedis();
	expect(new URL(redis.url).port).toBe(String(redis.port));
	expect(await ask(redis.port, "SET k v", "GET k")).toBe("+OK\r\n$1\r\nv\r\n+OK\r\n");
	await redis.kill();
	expect(await isListening(redis.port)).toBe(false);
	await redis.restart();
	expect(await ask(redis.port, "GET k")).toBe("$-1\r\n+OK\r\n");
	await redis.close();
	expect(await isListening(redis.port)).toBe(false);
});
