export interface Oklch {
	readonly lightness: number;
	readonly chroma: number;
	/** Degrees. */
	readonly hue: number;
}

const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;

/** Every `--name: light-dark(oklch(…), oklch(…))` of a stylesheet; translucent ones are left out. */
export function readTokens(css: string): Map<string, { light: Oklch; dark: Oklch }> {
	const pattern = new RegExp(
		String.raw`--([\w-]+):\s*light-dark\(\s*${oklch},\s*${oklch}\s*\)`,
		"g",
	);
	const color = (parts: string[]): Oklch => {
		const [lightness = 0, chroma = 0, hue = 0] = parts.map(Number);
		return { lightness, chroma, hue };
	};
	return new Map(
		[...css.matchAll(pattern)].map(([, name = "", ...parts]) => [
			name,
			{ light: color(parts.slice(0, 3)), dark: color(parts.slice(3, 6)) },
		]),
	);
}

/** Linear sRGB, clipped to the gamut. Matrices: Björn Ottosson, "A perceptual color space", 2020. */
function linearRgb({ lightness, chroma, hue }: Oklch): [number, number, number] {
	const radians = (hue * Math.PI) / 180;
	const a = chroma * Math.cos(radians);
	const b = chroma * Math.sin(radians);
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const clip = (value: number) => Math.min(1, Math.max(0, value));
	return [
		clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
		clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
		clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
	];
}

function luminance(color: Oklch): number {
	const [red, green, blue] = linearRgb(color);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [
		number,
		number,
	];
	return (light + 0.05) / (dark + 0.05);
}
