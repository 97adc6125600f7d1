// Asks a deployment for its health until it is well: `node scripts/check-health.mjs https://…`.
import { setTimeout as wait } from "node:timers/promises";

const [address] = process.argv.slice(2);
const limitMs = 120_000;
const pauseMs = 3_000;

const bypass = process.env.VERCEL_AUTOMATION_BYPASS_SECRET;
const headers = bypass ? { "x-vercel-protection-bypass": bypass } : {};

async function ask() {
	try {
		const response = await fetch(new URL("/api/health", address), {
			headers,
			signal: AbortSignal.timeout(10_000),
		});
		const text = await response.text();
		return { isWell: response.status === 200, said: `${response.status} ${text.slice(0, 300)}` };
	} catch (error) {
		return { isWell: false, said: String(error.cause ?? error) };
	}
}

if (!URL.canParse(address ?? "")) {
	console.error("Usage: node scripts/check-health.mjs https://deployment.example.com");
	process.exit(2);
}
const deadline = performance.now() + limitMs;
let answer = await ask();
while (!answer.isWell && performance.now() < deadline) {
	await wait(pauseMs);
	answer = await ask();
}
console.log(answer.said);
process.exitCode = answer.isWell ? 0 : 1;
