const browsers: [RegExp, string][] = [
	[/Edg\//, "Edge"],
	[/OPR\//, "Opera"],
	[/Firefox\//, "Firefox"],
	[/(?:Chrome|CriOS)\//, "Chrome"],
	[/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
	[/iPhone|iPad/, "iOS"],
	[/Android/, "Android"],
	[/Windows/, "Windows"],
	[/Mac OS X/, "macOS"],
	[/Linux|X11/, "Linux"],
];

/** "Firefox on macOS", as far as a user agent tells. */
export function describeUserAgent(userAgent: string | null | undefined): string {
	const match = (list: [RegExp, string][]) =>
		list.find(([rule]) => rule.test(userAgent ?? ""))?.[1];
	const browser = match(browsers);
	const system = match(systems);
	if (browser && system) return `${browser} on ${system}`;
	return browser ?? system ?? "Unknown device";
}
