import { AppError } from "@nuclom/core";
import type { Parts } from "./parts.ts";

const key = Symbol.for("nuclom.web.parts");
const shared = globalThis as { [key]?: Parts };

/** The front hands its parts to the code inside Next, which is another bundle in the same process. */
export function setParts(parts: Parts): void {
	shared[key] = parts;
}

/**
 * The parts of this process. Behind the front they are the front's own, and the build leaves
 * everything below them out: that takes a tenth of the time. On Vercel, where no front is, the build
 * takes them in, and they are built at the first request.
 * @throws {AppError} CONFIG_INVALID
 */
export async function getParts(): Promise<Parts> {
	const known = shared[key];
	if (known) return known;
	// The imports stand inside the condition, because the bundler follows all others.
	// biome-ignore lint/style/noProcessEnv: a constant of the build (next.config.ts), never read at run time
	if (process.env.NUCLOM_MOUNTED === "1") {
		const { getPlatform } = await import("@nuclom/platform");
		const { composeParts } = await import("./compose-parts.ts");
		shared[key] ??= composeParts(getPlatform());
		return shared[key];
	}
	throw new AppError(
		"CONFIG_INVALID",
		"These pages were built to be served by Nuclom's own front.",
		{
			hint: "Start them with: npm start",
		},
	);
}
