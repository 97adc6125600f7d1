"use client";

import { useSyncExternalStore } from "react";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

interface SlugFieldProps {
	readonly value: string;
	readonly error: string | undefined;
	readonly isDisabled?: boolean | undefined;
	readonly isLabelHidden?: boolean | undefined;
	readonly onValueChange: (slug: string) => void;
}

const never = () => () => {};

/** The organization's part of every address. */
export function SlugField(props: SlugFieldProps) {
	const { value, error, isDisabled, isLabelHidden, onValueChange } = props;
	const host = useSyncExternalStore(
		never,
		() => window.location.host,
		() => "",
	);
	return (
		<Field label="Address" isLabelHidden={isLabelHidden} error={error}>
			{(control) => (
				<div className="flex">
					<span className="mono flex max-w-1/2 items-center rounded-l-control border border-control-line border-r-0 bg-sunken px-2.5 text-ink-muted text-sm">
						<span className="truncate">{host}</span>/
					</span>
					<Input
						{...control}
						name="slug"
						value={value}
						maxLength={48}
						disabled={isDisabled}
						autoCapitalize="none"
						autoComplete="off"
						spellCheck={false}
						className="mono rounded-l-none"
						onChange={(event) => onValueChange(event.currentTarget.value.toLowerCase())}
					/>
				</div>
			)}
		</Field>
	);
}
