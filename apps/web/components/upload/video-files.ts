/** What a file dialog offers, and what is taken out of a folder. */
const videoExtensions = [
	...[".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mxf", ".ts", ".mts", ".m2ts"],
	...[".mpg", ".mpeg", ".wmv", ".flv", ".ogv", ".3gp"],
];

export const acceptedFiles = ["video/*", ...videoExtensions].join(",");

export function isVideoFile({ name, type }: Pick<File, "name" | "type">): boolean {
	if (type.startsWith("video/")) return true;
	const lower = name.toLowerCase();
	// Finder's notes beside each file on a foreign disk.
	if (lower.startsWith("._")) return false;
	return videoExtensions.some((extension) => lower.endsWith(extension));
}
