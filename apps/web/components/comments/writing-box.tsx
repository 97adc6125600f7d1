"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from "react";
import { Button } from "../ui/button.tsx";
import { Textarea } from "../ui/textarea.tsx";

const maxLength = 5000;
const countFrom = 4500;

interface WritingBoxProps {
	readonly label: string;
	readonly placeholder?: string | undefined;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly submitLabel: string;
	readonly onSubmit: () => void;
	readonly onEscape: () => void;
	readonly onFocus?: (() => void) | undefined;
	readonly onBlur?: (() => void) | undefined;
	readonly isBusy?: boolean | undefined;
	/** One line on a narrow screen until somebody writes. */
	readonly isCompact?: boolean | undefined;
	readonly error?: string | undefined;
	/** Left of the button. */
	readonly children?: ReactNode;
	readonly inputRef?: RefObject<HTMLTextAreaElement | null> | undefined;
	readonly autoFocus?: boolean | undefined;
}

/** Under a finger, Return makes a line, as everywhere on a phone. */
const hasTouchKeyboard = () => window.matchMedia("(pointer: coarse)").matches;

/** Where words are written: Enter posts, Shift+Enter makes a line, Esc leaves. */
export function WritingBox(props: WritingBoxProps) {
	const { label, placeholder, value, submitLabel, error, children, inputRef, isBusy, isCompact } =
		props;
	const errorId = useId();
	const length = value.trim().length;
	const canSubmit = length > 0 && length <= maxLength && !isBusy;

	const onKeyDown = (event: KeyboardEvent) => {
		// Enter that ends the composition of a word in an input method is not meant for us.
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Escape") {
			event.preventDefault();
			event.stopPropagation();
			props.onEscape();
		}
		if (event.key === "Enter" && !event.shiftKey && !hasTouchKeyboard()) {
			event.preventDefault();
			if (canSubmit) props.onSubmit();
		}
	};
	return (
		<div className="group/box flex flex-col gap-2">
			<Textarea
				ref={inputRef}
				aria-label={label}
				aria-describedby={error ? errorId : undefined}
				aria-invalid={error || length > maxLength ? true : undefined}
				placeholder={placeholder}
				rows={1}
				value={value}
				autoFocus={props.autoFocus}
				onChange={(event) => props.onChange(event.currentTarget.value)}
				onKeyDown={onKeyDown}
				onFocus={props.onFocus}
				onBlur={props.onBlur}
			/>
			{error ? (
				<p id={errorId} role="alert" className="text-danger-ink text-sm">
					{error}
				</p>
			) : null}
			<div
				className={clsx(
					"flex min-h-8 items-center gap-2",
					// On a phone the words need the room until something is written.
					isCompact && length === 0 && "max-lg:hidden max-lg:group-focus-within/box:flex",
				)}
			>
				{children}
				<span className="flex-1" />
				{length > countFrom ? (
					<span className="mono text-ink-muted text-xs">
						{length} / {maxLength}
					</span>
				) : null}
				<Button
					size="sm"
					variant={canSubmit || isBusy ? "primary" : "secondary"}
					disabled={!canSubmit && !isBusy}
					isBusy={isBusy}
					onClick={props.onSubmit}
				>
					{submitLabel}
				</Button>
			</div>
		</div>
	);
}
