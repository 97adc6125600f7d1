import type { ServerCaller } from "@nuclom/api";
import { newId } from "@nuclom/core";
import type { Organization, Viewer } from "@nuclom/services/schemas";
import type { Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getParts } from "@/server/parts/shared-parts.ts";
import type { InvitePreview } from "./api.ts";
import { isApiError } from "./errors.ts";
import { movedPath, safeNextPath, withNext } from "./next-path.ts";

/** Set by proxy.ts on the way in: path and query of the page that is asked for. */
const pathHeader = "x-nuclom-path";

/** The API in this process, as the person of this request. One per request. */
export const getServerApi = cache(async (): Promise<ServerCaller> => {
	const incoming = new Headers(await headers());
	const requestId = incoming.get("x-request-id") ?? newId();
	return (await getParts()).createCaller({ headers: incoming, requestId });
});

async function unlessRefused<Answer>(
	answer: Promise<Answer>,
	codes: readonly string[],
): Promise<Answer | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (isApiError(error) && codes.includes(error.code)) return undefined;
		throw error;
	}
}

/** The signed-in person with their organizations; undefined for nobody. Asked once per request. */
export const getViewer = cache(async (): Promise<Viewer | undefined> => {
	const api = await getServerApi();
	return unlessRefused(api.viewer.get(), ["UNAUTHENTICATED"]);
});

/** The signed-in person, or off to the sign-in page and back to this page afterwards. */
export async function requireViewer(): Promise<Viewer> {
	const viewer = await getViewer();
	if (viewer) return viewer;
	const path = (await headers()).get(pathHeader) ?? undefined;
	redirect(withNext("/sign-in", safeNextPath(path)));
}

/**
 * The organization of an address, for those who are in it; for everybody else there is none (404).
 * An address that it had before leads to the same page at the one that it has.
 */
export async function requireOrganization(
	slug: string,
): Promise<{ viewer: Viewer; organization: Organization }> {
	const viewer = await requireViewer();
	const organization = viewer.organizations.find((candidate) => candidate.slug === slug);
	if (organization) return { viewer, organization };
	const moved = viewer.organizations.find(({ earlierSlugs }) => earlierSlugs.includes(slug));
	if (!moved) notFound();
	// Not for good (308): the organization may go back to its earlier address.
	redirect(movedPath((await headers()).get(pathHeader) ?? "", slug, moved.slug));
}

/** The start page of the organization whose address was asked for, where params are not to be had. */
export async function getOrganizationHome(): Promise<Route> {
	const [, slug = ""] = ((await headers()).get(pathHeader) ?? "/").split(/[/?]/);
	return safeNextPath(`/${slug}`);
}

export const getConfiguration = cache(async () => (await getServerApi()).configuration.get());

/** What an invitation leads to; undefined when it has ended, was withdrawn or never was. */
export async function findInvite(token: string): Promise<InvitePreview | undefined> {
	const api = await getServerApi();
	return unlessRefused(api.invites.preview({ token }), ["INVITE_NOT_FOUND", "INPUT_INVALID"]);
}

/** The mails that a development server kept instead of sending them, newest first. 404 elsewhere. */
export async function getOutbox() {
	const { outbox } = (await getParts()).platform;
	return outbox ? outbox.list() : notFound();
}
