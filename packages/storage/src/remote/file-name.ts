import { parse } from "content-disposition";

/** What the other server calls the file: in its header, else the last part of its address. Not yet cleaned. */
export function remoteFileName(url: URL, disposition: string | undefined): string | null {
	if (disposition) {
		try {
			const { filename } = parse(disposition).parameters;
			if (filename) return filename;
		} catch {
			// Not as the RFC has it; the address must do.
		}
	}
	const last = url.pathname.split("/").at(-1);
	if (!last) return null;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}
