/** True for an address of this machine: no TLS is asked of it. */
export function isLoopbackHost(host: string): boolean {
	const name = host.replace(/^\[|\]$/g, "");
	return name === "" || name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name);
}

export const isLoopbackUrl = (url: string) => isLoopbackHost(new URL(url).hostname);

/** `http://127.0.0.1:3000` and its other names, for a port of this machine. */
export function loopbackOrigins(port: number): string[] {
	return ["localhost", "127.0.0.1", "[::1]"].map(
		(host) => new URL(`http://${host}:${port}`).origin,
	);
}
