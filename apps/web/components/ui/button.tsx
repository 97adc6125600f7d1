import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class.ts";

export interface ButtonProps extends Omit<ComponentProps<"button">, "className">, ButtonLook {
	readonly icon?: ReactNode;
	/** Work is under way: the button keeps its width and its focus, and does nothing when pressed. */
	readonly isBusy?: boolean | undefined;
}

/** A verb. One `primary` per view at most. */
export function Button(props: ButtonProps) {
	const { variant, size, className, icon, isBusy, children, onClick, type, ...rest } = props;
	return (
		<button
			{...rest}
			type={type ?? "button"}
			className={buttonClass({ variant, size, className })}
			aria-busy={isBusy || undefined}
			aria-disabled={isBusy || undefined}
			// A form would be sent a second time by Enter; only a handler can stop it.
			onClick={isBusy ? (event) => event.preventDefault() : onClick}
		>
			{isBusy ? <span className="spinner" aria-hidden /> : icon}
			{children}
		</button>
	);
}
