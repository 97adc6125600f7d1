"use client";

import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";

interface ShortcutHelpProps {
	/** Null while closed. */
	readonly shortcuts: readonly { readonly keys: string; readonly label: string }[] | null;
	readonly onClose: () => void;
}

const always = [{ keys: "Shift+?", label: "Show these keys" }];

/** Every key that does something on this page. */
export function ShortcutHelp({ shortcuts, onClose }: ShortcutHelpProps) {
	return (
		<Dialog
			isOpen={shortcuts !== null}
			onOpenChange={(isOpen) => {
				if (!isOpen) onClose();
			}}
			title="Keys on this page"
		>
			<dl className="flex flex-col divide-y divide-line">
				{[...(shortcuts ?? []), ...always].map(({ keys, label }) => (
					<div key={keys} className="flex min-h-9 items-center justify-between gap-4 py-1">
						<dt>{label}</dt>
						<dd>
							<Kbd keys={keys} />
						</dd>
					</div>
				))}
			</dl>
		</Dialog>
	);
}
