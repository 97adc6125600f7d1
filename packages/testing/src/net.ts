import { connect } from "node:net";

/** True when something on this machine accepts connections on the port. */
export function isListening(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ port, host: "127.0.0.1" });
		const answer = (value: boolean) => {
			socket.destroy();
			resolve(value);
		};
		socket.once("connect", () => answer(true));
		socket.once("error", () => answer(false));
	});
}
