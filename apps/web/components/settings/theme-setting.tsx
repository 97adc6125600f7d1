"use client";

import { useState } from "react";
import { type Theme, themeCookie, themes } from "../../lib/theme/theme.ts";
import { Setting } from "./setting.tsx";
import { ThemePicture } from "./theme-picture.tsx";

const yearSeconds = 31_536_000;

const words: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

function apply(theme: Theme) {
	const secure = window.location.protocol === "https:" ? "; secure" : "";
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140.
	document.cookie = `${themeCookie}=${theme}; path=/; max-age=${yearSeconds}; samesite=lax${secure}`;
	document.documentElement.dataset.theme = theme;
}

/** Light, dark, or as the system; on this device, at once. */
export function ThemeSetting({ theme }: { readonly theme: Theme }) {
	const [current, setCurrent] = useState(theme);
	return (
		<Setting
			title="Theme"
			description="On this device. Pictures are looked at in the dark in both."
		>
			<fieldset className="grid grid-cols-3 gap-3">
				<legend className="sr-only">Theme</legend>
				{themes.map((option) => (
					<label
						key={option}
						className="flex cursor-pointer flex-col gap-2 rounded-panel border border-line p-2 transition-colors hover:border-control-line has-checked:border-accent-mark has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent-mark has-focus-visible:outline-offset-2"
					>
						<ThemePicture theme={option} />
						<span className="flex items-center gap-2 px-0.5 text-sm">
							<input
								type="radio"
								name="theme"
								value={option}
								checked={option === current}
								className="sr-only"
								onChange={() => {
									apply(option);
									setCurrent(option);
								}}
							/>
							<span className={option === current ? "font-medium text-accent-ink" : ""}>
								{words[option]}
							</span>
						</span>
					</label>
				))}
			</fieldset>
		</Setting>
	);
}
