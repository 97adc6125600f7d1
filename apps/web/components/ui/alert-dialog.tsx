"use client";

import { type ReactNode, useState } from "react";
import { useSubmit } from "../../lib/use-submit.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { FormProblem } from "./form-problem.tsx";
import { Input } from "./input.tsx";

export interface AlertDialogProps {
	readonly isOpen: boolean;
	readonly onOpenChange: (isOpen: boolean) => void;
	readonly title: string;
	/** What is lost, and what stays. */
	readonly description: ReactNode;
	/** The verb again: "Remove Ada", never "OK". */
	readonly confirmLabel: string;
	/** Must be typed before the button works. */
	readonly nameToType?: string | undefined;
	readonly finalFocus?: (() => HTMLElement | null) | undefined;
	/** The dialog closes when this resolves, and stays and says why when it rejects. */
	readonly onConfirm: () => Promise<void>;
}

/** Before something is lost for good. Everything else is done at once, with an undo. */
export function AlertDialog(props: AlertDialogProps) {
	const { isOpen, onOpenChange, title, description, finalFocus } = props;
	return (
		<Dialog
			isOpen={isOpen}
			onOpenChange={onOpenChange}
			title={title}
			description={description}
			finalFocus={finalFocus}
			isAlert
		>
			<ConfirmForm {...props} />
		</Dialog>
	);
}

/** Lives only while the dialog is open, so nothing typed is left for the next time. */
function ConfirmForm({ confirmLabel, nameToType, onConfirm, onOpenChange }: AlertDialogProps) {
	const [typed, setTyped] = useState("");
	const isConfirmed = nameToType === undefined || typed.trim() === nameToType.trim();
	const { formProps, isBusy, formProblem } = useSubmit(async () => {
		await onConfirm();
		onOpenChange(false);
		return undefined;
	});

	return (
		<form
			{...formProps}
			// Enter sends the form, whatever the button's state.
			onSubmit={isConfirmed ? formProps.onSubmit : (event) => event.preventDefault()}
			className="flex flex-col gap-4"
		>
			<FormProblem problem={formProblem} />
			{nameToType === undefined ? null : (
				<Field
					label={
						<>
							Type <strong className="font-semibold">{nameToType}</strong> to confirm
						</>
					}
				>
					{(control) => (
						<Input
							{...control}
							value={typed}
							autoComplete="off"
							spellCheck={false}
							onChange={(event) => setTyped(event.currentTarget.value)}
						/>
					)}
				</Field>
			)}
			<DialogActions>
				<Button onClick={() => onOpenChange(false)}>Keep</Button>
				<Button type="submit" variant="danger" isBusy={isBusy} disabled={!isConfirmed}>
					{confirmLabel}
				</Button>
			</DialogActions>
		</form>
	);
}
