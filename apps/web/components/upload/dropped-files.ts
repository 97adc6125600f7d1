export interface Dropped {
	readonly files: File[];
	readonly hasFolder: boolean;
}

/** Does this drag bring files from outside the window? Text and links of the page do not count. */
export const bringsFiles = (transfer: DataTransfer | null): boolean =>
	transfer?.types.includes("Files") ?? false;

/** Files of a drop or a paste, and whether a folder was among them: its entry has no bytes of its own. */
export function takeFiles(transfer: DataTransfer): Dropped {
	const items = [...transfer.items].filter(({ kind }) => kind === "file");
	if (items.length === 0) return { files: [...transfer.files], hasFolder: false };
	const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry?.()?.isDirectory ?? false;
	return {
		files: items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []),
		hasFolder: items.some(isFolder),
	};
}
