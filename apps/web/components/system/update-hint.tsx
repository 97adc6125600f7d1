"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "../ui/button-class.ts";
import { watchBuiltFiles } from "./watch-built-files.ts";

/** Says that a newer version is on the server, once the open one misses a part of itself. */
export function UpdateHint() {
	const [isOld, setOld] = useState(false);
	useEffect(() => watchBuiltFiles(() => setOld(true)), []);
	return (
		<div
			role="status"
			className="pointer-events-none fixed inset-x-3 top-3 z-50 flex justify-center"
		>
			{isOld ? (
				<p className="pointer-events-auto flex items-center gap-3 rounded-panel bg-raised py-2 pr-2 pl-4 shadow-float">
					Nuclom was updated while this page was open.
					<button
						type="button"
						className={buttonClass({ variant: "primary", size: "sm" })}
						onClick={() => window.location.reload()}
					>
						Reload
					</button>
				</p>
			) : null}
		</div>
	);
}
