import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../environment-schema.ts";

export interface MediaSection {
	readonly ffmpegPath: string | undefined;
	readonly ffprobePath: string | undefined;
	/** Where sources and results lie while they are worked on. */
	readonly scratchDir: string;
	readonly threads: number | undefined;
	/** Where programs are looked for. */
	readonly searchPath: string | undefined;
}

export function mediaSection(env: Environment, dataDir: string | undefined): MediaSection {
	const base = dataDir ?? join(tmpdir(), "nuclom");
	return {
		ffmpegPath: env.FFMPEG_PATH,
		ffprobePath: env.FFPROBE_PATH,
		scratchDir: env.MEDIA_SCRATCH_PATH ?? join(base, "scratch"),
		threads: env.MEDIA_THREADS,
		searchPath: env.PATH,
	};
}
