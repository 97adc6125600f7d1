"use client";

import { createContext, use } from "react";
import type { Dropped } from "./dropped-files.ts";
import type { UploadTarget } from "./new-item.ts";

export interface UploadActions {
	readonly target: UploadTarget;
	/** Takes files from wherever they came. */
	readonly take: (dropped: Promise<Dropped>) => void;
	/** Opens the system's file dialog. */
	readonly choose: () => void;
}

export const UploadContext = createContext<UploadActions | null>(null);

export function useUploadActions(): UploadActions {
	const actions = use(UploadContext);
	if (!actions) throw new Error("useUploadActions needs an UploadProvider above it");
	return actions;
}
