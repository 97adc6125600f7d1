"use client";

import { lazy, type ReactNode, useState } from "react";
import { LazyPart } from "../system/lazy-part.tsx";

const load = () => import("./dialog-popup.tsx");
const DialogPopup = lazy(load);

/** Fetches what draws a dialog, so that it opens at once: call it when the button is approached. */
export const preloadDialog = load;

export interface DialogProps {
	readonly isOpen: boolean;
	readonly onOpenChange: (isOpen: boolean) => void;
	readonly title: string;
	readonly description?: ReactNode;
	/** `sheet` slides in from the left edge, for the navigation of a narrow screen. */
	readonly shape?: "card" | "sheet" | undefined;
	/** Answers only to its own buttons, not to a press beside it: for what cannot be undone. */
	readonly isAlert?: boolean | undefined;
	/** Where the focus goes afterwards; back to where it came from when left out. */
	readonly finalFocus?: (() => HTMLElement | null) | undefined;
	readonly children: ReactNode;
}

/** A question or a small task on top of the page. Focus is kept inside and given back afterwards. */
export function Dialog(props: DialogProps) {
	const [wasOpened, setWasOpened] = useState(props.isOpen);
	if (props.isOpen && !wasOpened) setWasOpened(true);
	return wasOpened ? (
		<LazyPart>
			<DialogPopup {...props} />
		</LazyPart>
	) : null;
}

/** The row of buttons at a dialog's end. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
	return <div className="mt-1 flex flex-wrap justify-end gap-2">{children}</div>;
}
