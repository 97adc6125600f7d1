import { createHash } from "node:crypto";
import type { HashBlob } from "../md5.ts";

/** The worker's work, done here. */
export const hash: HashBlob = async (blob) =>
	createHash("md5")
		.update(new Uint8Array(await blob.arrayBuffer()))
		.digest("hex");
