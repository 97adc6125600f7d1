import type { Logger } from "@nuclom/core";
import type { StopMode } from "./child.ts";
import type { Settings } from "./settings.ts";

export interface PostgresServerOptions {
	/** The data folder. Its parent is created when missing; as root, others must be able to pass it. */
	readonly dataDir: string;
	/** Default: the port of the last start, or a free one below 32768. */
	readonly port?: number;
	readonly superuserPassword: string;
	/** The superuser's name; fixed when the folder is made. Default `nuclom`. */
	readonly user?: string;
	/** A folder with bin, lib and share. Default: the npm package of this platform. */
	readonly binariesDir?: string;
	/** As root, where a copy of unreachable programs goes. Default `/var/lib/nuclom/postgres-<version>`. */
	readonly reachableDir?: string;
	readonly maxConnections?: number;
	/** Further settings by PostgreSQL's names. They are written to a file, never to a command line. */
	readonly settings?: Settings;
	/** False only for data that nobody will miss: initialization does not wait for the disk. */
	readonly isDurable?: boolean;
	/** How long a start may take, crash recovery included. Default 300,000. */
	readonly startTimeoutMs?: number;
	/** How long an orderly stop may take before the hard one. Default 60,000. */
	readonly stopTimeoutMs?: number;
	readonly logger?: Logger;
}

export interface StartedServer {
	readonly pid: number;
	readonly port: number;
	/** True when the server of a former run was still there and was kept. */
	readonly isAdopted: boolean;
	/** Settles when the server ends, whatever the reason. */
	readonly exited: Promise<void>;
}

export interface ServerStatus {
	readonly state: "uninitialized" | "stopped" | "starting" | "running" | "stopping";
	readonly pid?: number;
	readonly port?: number;
	/** Major version that made the data folder. */
	readonly dataMajor?: number;
}

export interface PostgresServer {
	/** Creates the data folder; does nothing when it is there. */
	initialize(): Promise<void>;
	/** Starts or adopts the server and waits until it answers. */
	start(): Promise<StartedServer>;
	/** Stops the server, `fast` by default, and waits for its end; does nothing when none runs. */
	stop(mode?: StopMode): Promise<void>;
	status(): Promise<ServerStatus>;
	/** Address with the password in it: never log it. Throws before `start()`. */
	url(database: string): string;
	/** Creates a database unless it exists; true when this call made it. */
	ensureDatabase(name: string): Promise<boolean>;
	readonly pid: number | undefined;
	readonly port: number | undefined;
	/** Version of the programs, such as `18.4`; known after `initialize()` or `start()`. */
	readonly version: string | undefined;
}
