import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@nuclom/core";
import { isLoopbackHost, type Platform } from "@nuclom/platform";
import type { ClientFacts } from "./client-facts.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Digests have one length, so that the comparison tells nothing of the token's. */
function isBearer(request: IncomingMessage, token: string): boolean {
	const [scheme, given = ""] = (request.headers.authorization ?? "").split(" ");
	return scheme?.toLowerCase() === "bearer" && timingSafeEqual(digest(given), digest(token));
}

function assertAllowed(request: IncomingMessage, facts: ClientFacts, token: string | undefined) {
	if (token !== undefined) {
		if (isBearer(request, token)) return;
		throw new AppError("UNAUTHENTICATED", "Metrics ask for a token.", {
			hint: "Send Authorization: Bearer with the value of METRICS_TOKEN.",
		});
	}
	// A proxy on this machine speaks for the whole world.
	if (isLoopbackHost(facts.address) && facts.isDirect) return;
	throw new AppError("NOT_FOUND", "There is nothing at this address.");
}

/** Prometheus metrics, for the holder of the token, or for this machine where there is none. */
export async function answerMetrics(
	platform: Platform,
	request: IncomingMessage,
	response: ServerResponse,
	facts: ClientFacts,
): Promise<void> {
	assertAllowed(request, facts, platform.configuration.monitoring.metricsToken);
	const text = await platform.metrics.text();
	response.writeHead(200, {
		"content-type": platform.metrics.contentType,
		"content-length": Buffer.byteLength(text),
		"cache-control": "no-store",
	});
	response.end(text);
}
