import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

interface SelectOption<Value extends string> {
	readonly value: Value;
	readonly label: string;
	readonly isDisabled?: boolean | undefined;
}

export interface SelectProps<Value extends string>
	extends Omit<ComponentProps<"select">, "children" | "value" | "onChange"> {
	readonly options: readonly SelectOption<Value>[];
	readonly value: Value;
	readonly onValueChange: (value: Value) => void;
}

/** A choice out of a few. The browser's own list: right on every device, and free. */
export function Select<Value extends string>(props: SelectProps<Value>) {
	const { options, value, onValueChange, className, ...rest } = props;
	return (
		<span className={clsx("relative inline-flex", className)}>
			<select
				{...rest}
				value={value}
				onChange={(event) => {
					const chosen = options.find((option) => option.value === event.currentTarget.value);
					if (chosen) onValueChange(chosen.value);
				}}
				className="control h-9 w-full appearance-none pr-8 pl-2.5 text-base coarse:h-11 coarse:text-md"
			>
				{options.map((option) => (
					<option
						key={option.value}
						value={option.value}
						disabled={option.isDisabled}
						className="bg-raised text-ink"
					>
						{option.label}
					</option>
				))}
			</select>
			<ChevronDown
				aria-hidden
				className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-muted"
			/>
		</span>
	);
}
