import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What the stand-in answers next, once each: a busy or broken API, or a refusal. */
type CloudflareFault =
	| { readonly kind: "busy"; readonly retryAfterSeconds: number }
	| { readonly kind: "status"; readonly status: number; readonly text?: string }
	| {
			readonly kind: "refusal";
			readonly status: number;
			readonly code: number;
			readonly message: string;
	  }
	| { readonly kind: "cut" };

export interface CloudflareStandIn extends AsyncDisposable {
	/** Give it as `apiUrl`. */
	readonly apiUrl: string;
	readonly token: string;
	readonly zoneId: string;
	/** Bodies that were taken. */
	readonly purges: unknown[];
	/** Requests so far, refused ones too. */
	readonly count: () => number;
	fail(...faults: CloudflareFault[]): void;
}

const limits: Record<string, number> = { files: 100, prefixes: 30 };
const error = (code: number, message: string) => ({
	success: false,
	errors: [{ code, message }],
	messages: [],
	result: null,
});

/**
 * A stand-in for Cloudflare's purge endpoint, which cannot run here. It answers as documented at
 * https://developers.cloudflare.com/api/resources/cache/methods/purge/ : the token, the zone and the limits per request
 * are checked; a client that is told to wait and does not is told again.
 */
export async function startCloudflare(): Promise<CloudflareStandIn> {
	const token = "v1.0-test-token";
	const zoneId = "023e105f4ecef8ad9ca31a8372d0c353";
	const purges: unknown[] = [];
	const faults: CloudflareFault[] = [];
	let count = 0;
	let busyUntilMs = 0;

	function judge(path: string, authorization: string | undefined, body: Record<string, unknown>) {
		if (authorization !== `Bearer ${token}`) return [403, error(10_000, "Authentication error")];
		if (path !== `/client/v4/zones/${zoneId}/purge_cache`) {
			return [
				404,
				error(7003, "Could not route to the zone, perhaps your object identifier is invalid?"),
			];
		}
		const [name = "", ...more] = Object.keys(body);
		const value = body[name];
		const isMany = Array.isArray(value) && value.length >= 1 && value.length <= (limits[name] ?? 0);
		const isAll = name === "purge_everything" && value === true;
		if (more.length > 0 || !(isMany || isAll)) return [400, error(1012, "Invalid request")];
		purges.push(body);
		return [200, { success: true, errors: [], messages: [], result: { id: zoneId } }];
	}

	const server = createServer(async (request, response) => {
		count++;
		const body = (await json(request)) as Record<string, unknown>;
		const answer = (status: number, value: unknown, headers = {}) => {
			response.writeHead(status, { "content-type": "application/json", ...headers });
			response.end(typeof value === "string" ? value : JSON.stringify(value));
		};
		const fault = faults.shift();
		if (fault?.kind === "busy") busyUntilMs = Date.now() + fault.retryAfterSeconds * 1000;
		const waitMs = busyUntilMs - Date.now();
		if (waitMs > 0) {
			const headers = { "retry-after": String(Math.ceil(waitMs / 1000)) };
			return answer(
				429,
				error(971, "Please wait and consider throttling your request speed"),
				headers,
			);
		}
		if (fault?.kind === "cut") return request.socket.destroy();
		if (fault?.kind === "status") return answer(fault.status, fault.text ?? "");
		if (fault?.kind === "refusal") return answer(fault.status, error(fault.code, fault.message));
		const [status, value] = judge(request.url ?? "", request.headers.authorization, body);
		answer(status as number, value);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
		...{ token, zoneId, purges },
		count: () => count,
		fail: (...next) => void faults.push(...next),
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}
