import { describeError } from "../../lib/errors.ts";

export interface ToastMessage {
	readonly title: string;
	readonly description?: string | undefined;
	readonly tone?: "neutral" | "positive" | "danger" | undefined;
	/** One way on, such as Undo. The toast stays longer for it. */
	readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
	/** When it has gone, by itself or by a hand; before `onSelect` where that made it go. */
	readonly onClose?: (() => void) | undefined;
}

const waiting: ToastMessage[] = [];
const listeners = new Set<() => void>();

/** Says what has just happened, in a corner of the window. Callable from anywhere in the browser. */
export function toast(message: ToastMessage): void {
	waiting.push(message);
	for (const notify of listeners) notify();
}

/** Says that a call failed: what happened, and what to do. */
export function toastError(error: unknown): void {
	const { title, hint } = describeError(error);
	toast({ title, description: hint, tone: "danger" });
}

/** For the host: takes what waits. */
export function takeToasts(): ToastMessage[] {
	return waiting.splice(0);
}

/** For the host: called when something waits. */
export function onToast(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function hasToasts(): boolean {
	return waiting.length > 0;
}
