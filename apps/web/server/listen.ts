import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "@nuclom/core";

/**
 * Listens; port 0 lets the system choose.
 * @throws {AppError} PORT_IN_USE
 */
export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
	return new Promise((resolve, reject) => {
		const fail = (error: NodeJS.ErrnoException) => reject(explain(error, port, host));
		server.once("error", fail);
		server.listen(port, host, () => {
			server.off("error", fail);
			resolve(server.address() as AddressInfo);
		});
	});
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
	if (error.code === "EADDRINUSE") {
		return new AppError("PORT_IN_USE", `Port ${port} is used by another program.`, {
			hint: `Choose another one: npm start -- --port ${port + 1}`,
			data: { port },
			cause: error,
		});
	}
	if (error.code === "EACCES") {
		return new AppError("CONFIG_INVALID", `This user may not listen on port ${port}.`, {
			hint: "Choose a port above 1023.",
			cause: error,
		});
	}
	if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
		return new AppError("CONFIG_INVALID", `HOST is no address of this machine: ${host}.`, {
			hint: "Use 127.0.0.1 for this machine only, 0.0.0.0 for every address.",
			cause: error,
		});
	}
	return error;
}
