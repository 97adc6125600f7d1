import type { Platform } from "@nuclom/platform";
import { createDatabaseGate, type DatabaseGate } from "./database-gate.ts";
import { type PageAsked, type UnavailablePage, unavailablePage } from "./unavailable-page.ts";

/** What stands in for every page while PostgreSQL is away; undefined while it is there. */
export type PageGate = (asked: PageAsked) => Promise<UnavailablePage | undefined>;

/** For the front and for Next's proxy.ts alike. */
export function createPageGate(
	platform: Pick<Platform, "database" | "logger">,
	gate: DatabaseGate = createDatabaseGate(platform),
): PageGate {
	return async (asked) => {
		try {
			await gate();
			return undefined;
		} catch (error) {
			const { requestId } = asked;
			platform.logger.warn(
				{ requestId, operation: "page", err: error },
				"No page without the database",
			);
			return unavailablePage(error, asked);
		}
	};
}
