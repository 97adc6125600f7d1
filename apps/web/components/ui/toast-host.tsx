"use client";

import { lazy, useSyncExternalStore } from "react";
import { LazyPart } from "../system/lazy-part.tsx";
import { hasToasts, onToast } from "./toast.ts";

const ToastStack = lazy(() => import("./toast-stack.tsx"));

let isWanted = false;
const wanted = () => {
	isWanted ||= hasToasts();
	return isWanted;
};

/** The corner where toasts appear. Its machinery is fetched with the first one. */
export function ToastHost() {
	const isNeeded = useSyncExternalStore(onToast, wanted, () => false);
	return isNeeded ? (
		<LazyPart>
			<ToastStack />
		</LazyPart>
	) : null;
}
