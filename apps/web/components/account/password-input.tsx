"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";

/** A password that can be looked at before it is sent. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type" | "className">) {
	const [isShown, setShown] = useState(false);
	return (
		<div className="relative">
			<Input
				{...props}
				type={isShown ? "text" : "password"}
				className="pr-10 coarse:pr-12"
				spellCheck={false}
				autoCapitalize="none"
			/>
			<IconButton
				label={isShown ? "Hide password" : "Show password"}
				icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
				className="absolute top-1/2 right-0.5 -translate-y-1/2"
				onClick={() => setShown(!isShown)}
			/>
		</div>
	);
}
