import type { ApiKey } from "@nuclom/services/schemas";

export type Scope = ApiKey["scopes"][number];

/** What a key may do, as the list and the form say it, in the form's order. */
export const scopeWords: Record<Scope, { readonly label: string; readonly about: string }> = {
	read: {
		label: "Read",
		about: "Sees members, videos and comments, and plays and downloads videos.",
	},
	upload: { label: "Upload", about: "Sends new videos. Sees and changes nothing that is here." },
	comment: { label: "Comment", about: "Sees videos, and writes comments in your name." },
};

export const scopes = Object.keys(scopeWords) as Scope[];
