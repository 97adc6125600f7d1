"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { toast as show, Toaster } from "sonner";
import { buttonClass } from "./button-class.ts";
import { IconButton } from "./icon-button.tsx";
import { onToast, type ToastMessage, takeToasts } from "./toast.ts";

const durationMs = 5000;
/** Long enough to read two lines and to reach the button. */
const longDurationMs = 10_000;

function showMessage(message: ToastMessage) {
	show.custom((id) => <ToastCard message={message} onClose={() => show.dismiss(id)} />, {
		duration: message.action || message.tone === "danger" ? longDurationMs : durationMs,
		onDismiss: () => message.onClose?.(),
		onAutoClose: () => message.onClose?.(),
	});
}

/** Beside a video the bottom is where one plays and writes: toasts stand on the picture, or above the box. */
const aboveControls = { bottom: 132, left: 68 };
const aboveWords = { bottom: 72, left: 12, right: 12 };

export default function ToastStack() {
	const isWatching = /^\/[^/]+\/videos\//.test(usePathname());
	useEffect(() => {
		const showAll = () => takeToasts().forEach(showMessage);
		showAll();
		return onToast(showAll);
	}, []);
	return (
		<Toaster
			position="bottom-left"
			offset={isWatching ? aboveControls : 16}
			mobileOffset={isWatching ? aboveWords : 12}
			gap={8}
			visibleToasts={4}
			expand
			containerAriaLabel="Notifications"
		/>
	);
}

interface ToastCardProps {
	readonly message: ToastMessage;
	readonly onClose: () => void;
}

function ToastCard({ message, onClose }: ToastCardProps) {
	const { title, description, tone, action } = message;
	return (
		<div className="flex w-(--width) items-start gap-2.5 rounded-panel bg-raised py-2 pr-2 pl-3 font-sans text-ink shadow-float">
			{tone === "positive" ? (
				<CircleCheck aria-hidden className="mt-2 text-positive-ink" />
			) : tone === "danger" ? (
				<CircleAlert aria-hidden className="mt-2 text-danger-ink" />
			) : null}
			<div className="min-w-0 flex-1 py-1.5 text-sm">
				<p className="font-medium">{title}</p>
				{description ? <p className="mt-0.5 text-ink-muted">{description}</p> : null}
			</div>
			{action ? (
				<button
					type="button"
					className={buttonClass({ size: "sm" })}
					onClick={() => {
						onClose();
						action.onSelect();
					}}
				>
					{action.label}
				</button>
			) : null}
			<IconButton label="Dismiss" icon={<X aria-hidden />} onClick={onClose} />
		</div>
	);
}
