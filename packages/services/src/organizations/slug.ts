/** Lower-case ASCII words joined by single dashes. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** First path segments that the app itself uses, now or soon. */
const reserved = new Set([
	"api",
	"storage",
	"sign-in",
	"sign-up",
	"sign-out",
	"verify-email",
	"forgot-password",
	"reset-password",
	"welcome",
	"invite",
	"outbox",
	"settings",
	"search",
	"trash",
	"admin",
	"static",
	"assets",
	"metrics",
	"health",
	"share",
	"s",
	"docs",
	"about",
	"login",
	"logout",
	"new",
	"favicon",
	"robots",
	"sitemap",
	"manifest",
]);

export function isReservedSlug(slug: string): boolean {
	return reserved.has(slug);
}

/** A slug made from a name: "Café Über GmbH" → "cafe-uber-gmbh"; "team" when nothing is left. */
export function slugFromName(name: string): string {
	const slug = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, 40)
		.replace(/^-+|-+$/g, "");
	if (slug.length < 2) return "team";
	return isReservedSlug(slug) ? `${slug}-team` : slug;
}
