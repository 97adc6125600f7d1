import { extname } from "node:path";

const types: Readonly<Record<string, string>> = {
	".mp4": "video/mp4",
	".m4v": "video/mp4",
	".mov": "video/quicktime",
	".webm": "video/webm",
	".mkv": "video/matroska",
	".avi": "video/vnd.avi",
	".mpg": "video/mpeg",
	".mpeg": "video/mpeg",
	".ts": "video/mp2t",
	".ogv": "video/ogg",
	".wmv": "video/x-ms-wmv",
	".flv": "video/x-flv",
	".3gp": "video/3gpp",
	".mxf": "application/mxf",
};

/** What a name promises; the server looks at the bytes. Names as IANA has them. */
export const contentTypeOf = (name: string): string =>
	types[extname(name).toLowerCase()] ?? "application/octet-stream";
