import type { Video } from "@nuclom/services/schemas";
import { lazy } from "react";
import { LazyPart } from "../system/lazy-part.tsx";
import { StagePanel } from "./stage-panel.tsx";

// Few videos fail: what can be done then is fetched then.
const FailedActions = lazy(() => import("./failed-actions.tsx"));

/** Why there is no picture, and what can be done. */
export function FailedPanel({ video }: { readonly video: Video }) {
	const { failure, canRetry } = video;
	return (
		<StagePanel
			isAlert
			title={failure?.message ?? "This video could not be processed."}
			actions={
				<LazyPart waiting={<span className="h-9 coarse:h-11" />}>
					<FailedActions canRetry={canRetry} />
				</LazyPart>
			}
		>
			{failure?.hint ? <p>{failure.hint}</p> : null}
			<p>The original file is safe.</p>
		</StagePanel>
	);
}
