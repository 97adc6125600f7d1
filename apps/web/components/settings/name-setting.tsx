"use client";

import type { Viewer } from "@nuclom/services/schemas";
import { useRouter } from "next/navigation";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { toast } from "../ui/toast.ts";
import { SaveField } from "./save-field.tsx";
import { Setting } from "./setting.tsx";

/** Your name, as it stands beside everything that you write. */
export function NameSetting({ user }: { readonly user: Viewer["user"] }) {
	const router = useRouter();

	const save = async (name: string) => {
		const { error } = await authClient().updateUser({ name });
		if (error) return { message: describeAuthFailure(error).message };
		router.refresh();
		return undefined;
	};
	const saveWithUndo = async (name: string) => {
		if (!name) return { field: "value" as const, message: "Write your name." };
		const problem = await save(name);
		if (problem) return problem;
		toast({
			title: "Name saved.",
			tone: "positive",
			action: { label: "Undo", onSelect: () => void save(user.name) },
		});
		return undefined;
	};

	return (
		<Setting title="Name" description="Stands beside everything that you write.">
			<div className="mb-4 flex items-center gap-3">
				<Avatar person={user} size="xl" />
				<div className="min-w-0">
					<p className="truncate font-medium">{user.name}</p>
					<p className="wrap-anywhere text-ink-muted text-sm">{user.email}</p>
				</div>
			</div>
			<SaveField saved={user.name} onSave={saveWithUndo}>
				{({ value, error, onValueChange }) => (
					<Field label="Name" isLabelHidden error={error}>
						{(control) => (
							<Input
								{...control}
								value={value}
								maxLength={80}
								autoComplete="name"
								onChange={(event) => onValueChange(event.currentTarget.value)}
							/>
						)}
					</Field>
				)}
			</SaveField>
		</Setting>
	);
}
