"use client";

import { useEffect, useState } from "react";

/** The address that the server would make from a name; "" for no name. The rule is fetched when needed. */
export function useSlugPreview(name: string): string {
	const [slugFromName, setRule] = useState<(name: string) => string>();
	const isNeeded = name !== "";
	useEffect(() => {
		if (!isNeeded) return;
		let isCurrent = true;
		import("@nuclom/services/schemas").then((schemas) => {
			if (isCurrent) setRule(() => schemas.slugFromName);
		});
		return () => {
			isCurrent = false;
		};
	}, [isNeeded]);
	return name.trim() && slugFromName ? slugFromName(name) : "";
}
