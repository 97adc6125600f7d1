export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Read by the server, so the first paint is right without an inline script. */
export const themeCookie = "nuclom-theme";

export function parseTheme(value: string | undefined): Theme {
	return themes.find((theme) => theme === value) ?? "system";
}
