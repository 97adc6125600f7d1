import type { BrowserContext, Page } from "playwright-core";
import type { Session } from "./session.ts";
import type { States } from "./states.ts";

export interface PageToSee {
	/** As the picture's file is named. */
	readonly name: string;
	readonly path: string;
	readonly isSignedOut?: boolean;
}

export interface World extends States {
	readonly slug: string;
	/** A video that plays, with comments and a transcript. */
	readonly videoId: string;
}

const signedOut = (world: World): PageToSee[] =>
	[
		{ name: "sign-in", path: "/sign-in" },
		{ name: "sign-up", path: "/sign-up" },
		{ name: "forgot-password", path: "/forgot-password" },
		{ name: "reset-password", path: "/reset-password?token=none" },
		{ name: "verify-email", path: "/verify-email?email=ada%40demo.nuclom.example" },
		{ name: "invite", path: new URL(world.inviteUrl).pathname },
		{ name: "invite-gone", path: "/invite/0123456789abcdef0123456789abcdef" },
		{ name: "outbox", path: "/outbox" },
	].map((page) => ({ ...page, isSignedOut: true }));

/** Every page of the product, in every state that can be made to last. */
export function everyPage(world: World): PageToSee[] {
	const { slug, videoId, failedId, waitingId, emptySlug } = world;
	const video = `/${slug}/videos/${videoId}?t=4s`;
	const settings = ["profile", "appearance", "organization", "members", "storage", "api-keys"];
	return [
		...signedOut(world),
		{ name: "welcome", path: "/welcome" },
		{ name: "library", path: `/${slug}` },
		{ name: "library-empty", path: `/${emptySlug}` },
		{ name: "trash", path: `/${slug}/trash` },
		{ name: "trash-empty", path: `/${emptySlug}/trash` },
		{ name: "watch", path: video },
		{ name: "watch-transcript", path: `${video}&tab=transcript` },
		{ name: "watch-summary", path: `${video}&tab=summary` },
		{ name: "watch-details", path: `${video}&tab=details` },
		{ name: "watch-uploading", path: `/${slug}/videos/${waitingId}` },
		{ name: "watch-failed", path: `/${slug}/videos/${failedId}` },
		...settings.map((name) => ({ name: `settings-${name}`, path: `/${slug}/settings/${name}` })),
		{ name: "not-found", path: `/${slug}/videos/01900000-0000-7000-8000-000000000000` },
		{ name: "not-found-organization", path: "/nobody-has-this-name" },
	];
}

/** Runs in the page: nothing is still coming, neither letters nor pictures nor words. */
function isSettled(): boolean {
	const images = [...document.images].filter((image) => image.checkVisibility());
	const videos = [...document.querySelectorAll("video")];
	const isComing = document.querySelector("main .skeleton, aside .skeleton, .spinner") !== null;
	return (
		!isComing &&
		document.fonts.status === "loaded" &&
		images.every((image) => image.complete) &&
		videos.every((video) => video.readyState >= 2 && !video.seeking)
	);
}

/** Opens a page and waits until it stands still. */
export async function open(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForFunction(isSettled, undefined, { timeout: 30_000 });
}

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Sets the theme as the appearance setting does, and who looks. */
export async function dress(
	context: BrowserContext,
	baseUrl: string,
	theme: Theme,
	session: Session | undefined,
): Promise<void> {
	await context.addCookies([{ name: "nuclom-theme", value: theme, url: baseUrl }]);
	await session?.enter(context);
}
