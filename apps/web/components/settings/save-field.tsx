"use client";

import { type ReactNode, useState } from "react";
import { type SubmitProblem, useSubmit } from "../../lib/use-submit.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

interface SaveFieldProps {
	readonly saved: string;
	readonly isDisabled?: boolean | undefined;
	/** Resolves to a problem of the field, or throws; the caller says that it was saved. */
	readonly onSave: (value: string) => Promise<SubmitProblem<"value"> | undefined>;
	readonly children: (field: {
		readonly value: string;
		readonly error: string | undefined;
		readonly onValueChange: (value: string) => void;
	}) => ReactNode;
}

/** One text with its own Save, which wakes up when there is something to save. */
export function SaveField({ saved, isDisabled, onSave, children }: SaveFieldProps) {
	const [value, setValue] = useState(saved);
	const [known, setKnown] = useState(saved);
	// Saved from here, undone, or changed by somebody else: show what is true now.
	if (known !== saved) {
		setKnown(saved);
		setValue(saved);
	}
	const isChanged = value.trim() !== saved;
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<"value">(async () =>
		isChanged ? onSave(value.trim()) : undefined,
	);
	return (
		<form {...formProps} className="flex flex-col gap-3">
			<FormProblem problem={formProblem} />
			{children({ value, error: errorOf("value"), onValueChange: setValue })}
			{isDisabled ? null : (
				<div className="flex justify-end gap-2">
					{isChanged ? (
						<Button variant="ghost" onClick={() => setValue(saved)}>
							Discard
						</Button>
					) : null}
					<Button type="submit" variant="primary" isBusy={isBusy} disabled={!isChanged}>
						Save
					</Button>
				</div>
			)}
		</form>
	);
}
