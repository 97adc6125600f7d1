import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@nuclom/core";
import type { Account } from "./account.ts";
import { replaceFile } from "./write-file.ts";

/** Settings of PostgreSQL by name, as its documentation spells them. */
export type Settings = Readonly<Record<string, string>>;

/** The file that this package writes; `postgresql.conf` includes it last, so that it wins. */
export const settingsFile = "nuclom.conf";

// Only TCP on the loopback: socket paths have a length limit that a deep data folder passes.
const defaults: Settings = {
	listen_addresses: "127.0.0.1",
	unix_socket_directories: "",
	timezone: "UTC",
	log_timezone: "UTC",
	logging_collector: "on",
	log_directory: "log",
	// One file per weekday, each overwritten after a week, so that the log cannot grow without end.
	log_filename: "postgresql-%u.log",
	log_rotation_age: "1d",
	log_rotation_size: "0",
	log_truncate_on_rotation: "on",
	log_checkpoints: "off",
};

function line([name, value]: [string, string]): string {
	if (!/^[a-z_][a-z0-9_.]*$/i.test(name)) {
		throw new AppError("CONFIG_INVALID", `"${name}" is not the name of a PostgreSQL setting.`);
	}
	if (/[\n\r\0]/.test(value)) {
		throw new AppError("CONFIG_INVALID", `The PostgreSQL setting ${name} holds a line break.`);
	}
	return `${name} = '${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

/** The text of the settings file. `settings` win over the defaults. */
export function renderSettings(port: number, maxConnections: number, settings: Settings): string {
	const all: Settings = {
		...defaults,
		port: String(port),
		max_connections: String(maxConnections),
		...settings,
	};
	const head = "# Written by Nuclom at every start. Changes here are lost.";
	return `${[head, ...Object.entries(all).map(line)].join("\n")}\n`;
}

export async function readSettings(dataDir: string): Promise<string> {
	return readFile(join(dataDir, settingsFile), "utf8").catch(() => "");
}

/** The port of the last start, so that a folder keeps its port as long as it is free. */
export async function lastPort(dataDir: string): Promise<number | undefined> {
	const found = /^port = '(\d+)'$/m.exec(await readSettings(dataDir))?.[1];
	return found === undefined ? undefined : Number(found);
}

export function writeSettings(dataDir: string, text: string, account: Account): Promise<void> {
	return replaceFile(join(dataDir, settingsFile), text, account);
}
