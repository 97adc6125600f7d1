import { type ReactNode, useId } from "react";
import { Panel } from "../ui/panel.tsx";

interface SettingProps {
	readonly title: string;
	readonly description?: ReactNode;
	readonly children: ReactNode;
}

/** One thing that can be set. */
export function Setting({ title, description, children }: SettingProps) {
	const id = useId();
	return (
		<Panel aria-labelledby={id} className="p-4 sm:p-5">
			<h2 id={id} className="text-base">
				{title}
			</h2>
			{description ? <p className="mt-1 text-ink-muted text-sm">{description}</p> : null}
			<div className="mt-4">{children}</div>
		</Panel>
	);
}
