import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TemporaryFolder extends AsyncDisposable {
	readonly path: string;
	close(): Promise<void>;
}

/** A new folder under the system's temporary one, removed with everything in it on `close()`. */
export async function temporaryFolder(name = "test"): Promise<TemporaryFolder> {
	const path = await mkdtemp(join(tmpdir(), `nuclom-${name}-`));
	const close = () => rm(path, { recursive: true, force: true });
	return { path, close, [Symbol.asyncDispose]: close };
}
