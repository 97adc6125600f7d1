"use client";

import { Component, type ReactNode, Suspense } from "react";
import { isChunkFailure } from "../../lib/chunk-failure.ts";

interface LazyPartProps {
	/** Made with React's `lazy`. */
	readonly children: ReactNode;
	/** While it is on its way; of the same size. */
	readonly waiting?: ReactNode;
	/** When it did not arrive. */
	readonly missing?: ReactNode;
}

/** A part that is fetched when it is wanted. When it does not arrive, the page around it stays. */
export function LazyPart({ children, waiting, missing }: LazyPartProps) {
	return (
		<PartBoundary missing={missing}>
			<Suspense fallback={waiting}>{children}</Suspense>
		</PartBoundary>
	);
}

type BoundaryProps = Pick<LazyPartProps, "children" | "missing">;

class PartBoundary extends Component<BoundaryProps, { error: unknown }> {
	override state = { error: undefined };
	static getDerivedStateFromError = (error: unknown) => ({ error });

	override render() {
		const { error } = this.state;
		if (error === undefined) return this.props.children;
		if (isChunkFailure(error)) return this.props.missing;
		// A defect is the error page's business.
		throw error;
	}
}
