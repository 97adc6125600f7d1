import { formatTimecode } from "../../lib/format/timecode.ts";
import { toast } from "../ui/toast.ts";
import { momentLink } from "./address.ts";

/** Puts a link to a moment of the open video onto the clipboard, and says so. */
export async function copyMomentLink(ms: number, commentId?: string): Promise<void> {
	const link = momentLink(window.location.href, ms, commentId);
	try {
		await navigator.clipboard.writeText(link);
		toast({ title: `Link to ${formatTimecode(ms)} copied.`, tone: "positive" });
	} catch {
		// Plain HTTP on a LAN has no clipboard: show what would have been copied.
		toast({ title: "Copy this link:", description: link });
	}
}
