"use client";

import type { Organization } from "@nuclom/services/schemas";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { AlertDialog } from "../ui/alert-dialog.tsx";
import { Button } from "../ui/button.tsx";
import { Setting } from "./setting.tsx";

export function LeaveSetting({ organization }: { readonly organization: Organization }) {
	const [isOpen, setOpen] = useState(false);
	const leave = async () => {
		await api.members.leave({ organizationId: organization.id });
		window.location.assign("/");
	};
	return (
		<Setting
			title="Leave"
			description="What you made stays with the organization. To come back you need an invitation."
		>
			<Button onClick={() => setOpen(true)}>Leave {organization.name}</Button>
			<AlertDialog
				isOpen={isOpen}
				onOpenChange={setOpen}
				title={`Leave ${organization.name}?`}
				description="You lose access to every video here at once. Your videos and comments stay."
				nameToType={organization.name}
				confirmLabel="Leave"
				onConfirm={leave}
			/>
		</Setting>
	);
}
