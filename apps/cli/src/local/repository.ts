import { fileURLToPath } from "node:url";

/** Run from sources, as `pnpm dev` does; what is built lies in one folder, so paths differ. */
export const isSource = import.meta.url.endsWith(".ts");

/** The root of the repository that this program lies in. */
export const repositoryRoot = fileURLToPath(
	new URL(isSource ? "../../../.." : "../../..", import.meta.url),
);
