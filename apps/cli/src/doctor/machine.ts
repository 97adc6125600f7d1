import { access, constants } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "@nuclom/core";
import { freeBytes, neededBytes } from "../start/requirements.ts";
import { type Check, ok } from "./finding.ts";

const gibibyte = 1024 ** 3;

export const nodeCheck: Check = {
	name: "node",
	failure: "fail",
	async look() {
		const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
		if (major >= 24 || (major === 22 && minor >= 18)) return ok(`Node ${process.versions.node}`);
		throw new AppError("CONFIG_INVALID", `Node ${process.versions.node} is too old.`, {
			hint: "Use Node 24, or start with `npm start`, which brings its own.",
		});
	},
};

/** The nearest folder that exists: a state folder is made at the first start. */
async function existing(path: string): Promise<string> {
	const isThere = await access(path, constants.F_OK).then(
		() => true,
		() => false,
	);
	return isThere || dirname(path) === path ? path : existing(dirname(path));
}

export function diskCheck(name: string, path: string): Check {
	return {
		name,
		failure: "fail",
		async look() {
			const free = await freeBytes(await existing(path));
			const text = `${(free / gibibyte).toFixed(1)} GiB free for ${path}`;
			if (free < neededBytes) {
				throw new AppError("DISK_FULL", text, { hint: "Free space on that disk." });
			}
			if (free >= 5 * gibibyte) return ok(text);
			return { status: "warn", message: text, hint: "A few videos may fill it. Free some space." };
		},
	};
}
