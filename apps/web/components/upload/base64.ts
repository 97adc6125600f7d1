/** Bytes written as hexadecimal digits, in base64: what Content-MD5 wants. */
export function hexToBase64(hex: string): string {
	const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
	return btoa(String.fromCharCode(...bytes));
}
