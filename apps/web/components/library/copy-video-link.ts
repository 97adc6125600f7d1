import { toast } from "../ui/toast.ts";

/** Puts a link to a page of a video onto the clipboard, and says so. */
export async function copyVideoLink(path: string): Promise<void> {
	const link = new URL(path, window.location.origin).href;
	try {
		await navigator.clipboard.writeText(link);
		toast({ title: "Link copied.", tone: "positive" });
	} catch {
		// Plain HTTP on a LAN has no clipboard: show what would have been copied.
		toast({ title: "Copy this link:", description: link });
	}
}
