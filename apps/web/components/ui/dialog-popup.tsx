"use client";

import { Dialog } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { DialogProps } from "./dialog.tsx";

const shapes = {
	card: "top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-120 max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-panel p-5 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0",
	sheet:
		"inset-y-0 left-0 w-72 max-w-[85vw] overflow-y-auto data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
};

export default function DialogPopup(props: DialogProps) {
	const { isOpen, onOpenChange, title, description, shape = "card", isAlert, children } = props;
	const { finalFocus } = props;
	return (
		<Dialog.Root
			open={isOpen}
			onOpenChange={onOpenChange}
			disablePointerDismissal={isAlert ?? false}
		>
			<Dialog.Portal>
				<Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
				<Dialog.Popup
					role={isAlert ? "alertdialog" : "dialog"}
					finalFocus={finalFocus}
					className={clsx(
						"fixed z-40 bg-raised shadow-float outline-hidden transition-[opacity,scale,translate] duration-150",
						shapes[shape],
					)}
				>
					<div className={shape === "sheet" ? "sr-only" : "mb-4 pr-8"}>
						<Dialog.Title className="text-md">{title}</Dialog.Title>
						{description ? (
							<Dialog.Description className="mt-1 text-ink-muted" render={<div />}>
								{description}
							</Dialog.Description>
						) : null}
					</div>
					{shape === "card" ? <div className="flex flex-col gap-4">{children}</div> : children}
					{shape === "card" ? (
						// Last in the order of Tab, so that the focus starts in what is asked for.
						<Dialog.Close
							aria-label="Close"
							className="absolute top-3.5 right-3.5 inline-flex size-8 items-center justify-center rounded-control text-ink-muted hover:bg-hover hover:text-ink coarse:size-11"
						>
							<X aria-hidden />
						</Dialog.Close>
					) : null}
				</Dialog.Popup>
			</Dialog.Portal>
		</Dialog.Root>
	);
}
