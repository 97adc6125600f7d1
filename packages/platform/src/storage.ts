import type { Logger } from "@nuclom/core";
import {
	createLocalStorage,
	createS3Storage,
	type LocalStorage,
	type ObjectStorage,
} from "@nuclom/storage";
import type { Configuration } from "./load-configuration.ts";

export interface StorageParts {
	readonly storage: ObjectStorage;
	/** Set when objects lie on this disk. */
	readonly localStorage: LocalStorage | undefined;
}

/** The configured store. A local one signs addresses without a host, so that any name of this machine works. */
export function createStorage({ storage }: Configuration, logger: Logger): StorageParts {
	const { settings, path, signingSecret } = storage;
	if (settings.provider === "s3") {
		return { storage: createS3Storage({ ...settings, logger }), localStorage: undefined };
	}
	const { accelRedirect } = settings;
	const local = createLocalStorage({
		...{ path, publicBaseUrl: "", signingSecret, logger, accelRedirect },
	});
	return { storage: local, localStorage: local };
}
