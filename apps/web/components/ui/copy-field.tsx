"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { Textarea } from "./textarea.tsx";
import { toast } from "./toast.ts";

const confirmationMs = 2000;

interface CopyFieldProps {
	readonly label: string;
	readonly value: string;
	/** Longer than a line: all of it is shown. */
	readonly isLong?: boolean | undefined;
}

/** A text to take along, such as a link. */
export function CopyField({ label, value, isLong }: CopyFieldProps) {
	const [isCopied, setCopied] = useState(false);
	useEffect(() => {
		if (!isCopied) return;
		const timer = setTimeout(setCopied, confirmationMs, false);
		return () => clearTimeout(timer);
	}, [isCopied]);

	const copy = async () => {
		try {
			await navigator.clipboard.writeText(value);
			setCopied(true);
		} catch {
			// No permission, or a page without https: the text can still be taken by hand.
			toast({ title: "Copying is not allowed here.", description: "Select the text and copy it." });
		}
	};

	return (
		<Field label={label}>
			{(control) => (
				<div className="flex gap-2">
					{isLong ? (
						<Textarea
							{...control}
							readOnly
							value={value}
							rows={3}
							className="mono wrap-anywhere text-sm"
							onFocus={(event) => event.currentTarget.select()}
						/>
					) : (
						<Input
							{...control}
							readOnly
							value={value}
							className="mono text-sm"
							onFocus={(event) => event.currentTarget.select()}
						/>
					)}
					<Button
						icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
						className="w-24"
						onClick={copy}
					>
						<span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
					</Button>
				</div>
			)}
		</Field>
	);
}
