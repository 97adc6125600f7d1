"use client";

import type { Organization } from "@nuclom/services/schemas";
import { useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { CreateApiKeyForm, type NewKey } from "./create-api-key-form.tsx";
import { ShownKey } from "./shown-key.tsx";

interface CreateApiKeyDialogProps {
	readonly organization: Organization;
	readonly isOpen: boolean;
	readonly onOpenChange: (isOpen: boolean) => void;
}

/** Asks what the key is for, and shows it once. Closed, it forgets it. */
export default function CreateApiKeyDialog(props: CreateApiKeyDialogProps) {
	const { organization, isOpen, onOpenChange } = props;
	const [created, setCreated] = useState<NewKey>();
	// Not while the dialog fades: the form would flash up in the key's place.
	const [isKeyShown, setKeyShown] = useState(false);
	const change = (open: boolean) => {
		if (!open) setCreated(undefined);
		onOpenChange(open);
	};
	const show = (key: NewKey) => {
		setKeyShown(true);
		setCreated(key);
	};
	if (isOpen && isKeyShown && !created) setKeyShown(false);
	return (
		<Dialog
			isOpen={isOpen}
			onOpenChange={change}
			title={isKeyShown ? "Copy the key now" : "New API key"}
			description={isKeyShown ? undefined : "A program that has it acts for you, here only."}
			// A press beside it must not lose the key.
			isAlert={created !== undefined}
		>
			{created ? (
				<ShownKey
					created={created}
					organizationId={organization.id}
					onClose={() => change(false)}
				/>
			) : isKeyShown ? null : (
				<CreateApiKeyForm
					organization={organization}
					onCreated={show}
					onCancel={() => change(false)}
				/>
			)}
		</Dialog>
	);
}
