/** What a browser forgets when an event is over: its files, its entries and the ways to them. */
function holdItem(item: DataTransferItem) {
	if (item.kind !== "file") return { kind: item.kind };
	const file = item.getAsFile();
	const entry = item.webkitGetAsEntry?.();
	// In Chromium; a promise that is asked for now and looked at later.
	const { getAsFileSystemHandle } = item as { getAsFileSystemHandle?: () => Promise<unknown> };
	const handle = getAsFileSystemHandle?.call(item);
	handle?.catch(() => undefined);
	return {
		kind: item.kind,
		getAsFile: () => file,
		...(typeof item.webkitGetAsEntry === "function" ? { webkitGetAsEntry: () => entry } : {}),
		...(handle ? { getAsFileSystemHandle: () => handle } : {}),
	};
}

const holdTransfer = ({ items, files }: DataTransfer) => ({
	items: [...items].map(holdItem),
	files: [...files],
});

/** The same event for `file-selector`, good for as long as it takes to fetch that. */
export function holdEvent(event: Event): object {
	const { type, target } = event;
	const { dataTransfer, clipboardData } = event as Partial<DragEvent & ClipboardEvent>;
	if (dataTransfer) return { type, dataTransfer: holdTransfer(dataTransfer) };
	if (clipboardData) return { type, clipboardData: holdTransfer(clipboardData) };
	const { files } = target as HTMLInputElement;
	return { type, target: { files: [...(files ?? [])] } };
}
