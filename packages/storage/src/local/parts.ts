import type { Clock } from "@nuclom/core";
import type { Hasher } from "../disk/hasher.ts";
import type { KeyedLock } from "../keyed-lock.ts";
import type { Layout } from "./layout.ts";
import type { OpenObjects } from "./open-objects.ts";

/** What every operation of the local driver needs. */
export interface LocalParts {
	readonly layout: Layout;
	readonly lock: KeyedLock;
	readonly hasher: Hasher;
	readonly opened: OpenObjects;
	readonly clock: Clock;
}
