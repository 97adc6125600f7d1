import type { BrowserContext, Request } from "playwright-core";

interface SentPart {
	readonly partNumber: number;
	readonly bytes: number;
	readonly hasMd5: boolean;
}

export interface PartCount {
	/** Numbers of all parts whose sending was begun, in that order. */
	readonly begun: number[];
	/** Parts that the store took, in the order in which it answered. */
	readonly stored: SentPart[];
}

const partOf = (request: Request) => {
	const url = new URL(request.url());
	if (request.method() !== "PUT" || !url.pathname.startsWith("/storage/")) return undefined;
	return Number(url.searchParams.get("part"));
};

/** Counts the parts that any tab of a browser sends to the store. */
export function countParts(context: BrowserContext): PartCount {
	const begun: number[] = [];
	const stored: SentPart[] = [];
	context.on("request", (request) => {
		const partNumber = partOf(request);
		if (partNumber !== undefined) begun.push(partNumber);
	});
	context.on("requestfinished", async (request) => {
		const partNumber = partOf(request);
		if (partNumber === undefined) return;
		const response = await request.response();
		if (response?.status() !== 200) return;
		const headers = await request.allHeaders();
		const bytes = Number(headers["content-length"]);
		stored.push({ partNumber, bytes, hasMd5: headers["content-md5"] !== undefined });
	});
	return { begun, stored };
}
