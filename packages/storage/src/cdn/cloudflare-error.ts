import { AppError } from "@nuclom/core";
import { z } from "zod";

/** Every answer has this form: https://developers.cloudflare.com/fundamentals/api/how-to/make-api-calls/ */
const envelope = z.object({
	success: z.boolean(),
	errors: z.array(z.object({ code: z.number(), message: z.string() })).default([]),
});

type Trouble = z.infer<typeof envelope>["errors"][number];

const tokenHint =
	"Set CLOUDFLARE_API_TOKEN to a token with the permission Zone → Cache Purge → Purge for the zone in CLOUDFLARE_ZONE_ID.";
const zoneHint = "Set CLOUDFLARE_ZONE_ID to the id on the zone's overview page, not its name.";

/** Codes of a token that is wrong or may not, and of a zone that is not there. */
const tokenCodes = [1000, 6003, 6111, 9106, 9109, 10000, 10001];
const zoneCodes = [7000, 7003];

function hintFor(status: number, { code }: Trouble): string | undefined {
	if (zoneCodes.includes(code) || status === 404) return zoneHint;
	if (tokenCodes.includes(code) || status === 401 || status === 403) return tokenHint;
	return undefined;
}

/** Seconds, or a date, as RFC 9110 has it; capped, because nobody waits for longer. */
function waitOf(headers: Headers, nowMs: number): number {
	const text = headers.get("retry-after") ?? "";
	const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
	return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), 120_000);
}

function unavailable(response: Response, trouble: Trouble, nowMs: number): AppError {
	const isBusy = response.status === 429;
	return new AppError(
		"CDN_UNAVAILABLE",
		isBusy ? "Cloudflare takes no more purges for now." : "Cloudflare's API is in trouble.",
		{
			hint: isBusy
				? "Try again in a minute, or purge a prefix instead of many addresses."
				: "Try again. If it stays, look at cloudflarestatus.com.",
			data: {
				cloudflareCode: trouble.code,
				status: response.status,
				waitMs: waitOf(response.headers, nowMs),
			},
		},
	);
}

/** The error that an answer means; undefined for a success. Reads the body. */
export async function errorOf(response: Response, nowMs: number): Promise<AppError | undefined> {
	const text = await response.text();
	const body = envelope.safeParse(parseJson(text));
	if (response.ok && body.data?.success) return undefined;
	const [trouble = { code: 0, message: "no reason given" }] = body.data?.errors ?? [];
	const { status } = response;
	if (status === 429 || status >= 500) return unavailable(response, trouble, nowMs);
	const isOther = !body.success;
	const hint = isOther ? "Check CLOUDFLARE_API_URL: no Cloudflare API answers there." : undefined;
	return new AppError(
		"CDN_MISCONFIGURED",
		`Cloudflare refuses to purge: ${trouble.message} (${trouble.code || status}).`,
		{
			hint: hint ?? hintFor(status, trouble) ?? tokenHint,
			data: { cloudflareCode: trouble.code, status },
		},
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
