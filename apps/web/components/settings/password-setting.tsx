"use client";

import { useRef } from "react";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { type SubmitProblem, useSubmit } from "../../lib/use-submit.ts";
import { checkNewPassword } from "../account/check.ts";
import { PasswordField } from "../account/credential-fields.tsx";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { toast } from "../ui/toast.ts";
import { Setting } from "./setting.tsx";

type PasswordSettingField = "currentPassword" | "password";

async function change(data: FormData): Promise<SubmitProblem<PasswordSettingField> | undefined> {
	const currentPassword = String(data.get("currentPassword") ?? "");
	const newPassword = String(data.get("password") ?? "");
	if (!currentPassword)
		return { field: "currentPassword", message: "Write your current password." };
	const problem = checkNewPassword(newPassword);
	if (problem) return problem;
	const { error } = await authClient().changePassword({
		currentPassword,
		newPassword,
		revokeOtherSessions: true,
	});
	if (!error) return undefined;
	const { message, field } = describeAuthFailure(error);
	return field === "currentPassword" || field === "password" ? { message, field } : { message };
}

export function PasswordSetting({ email }: { readonly email: string }) {
	const fields = useRef<HTMLDivElement>(null);
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<PasswordSettingField>(
		async (data) => {
			const problem = await change(data);
			if (problem) return problem;
			for (const input of fields.current?.querySelectorAll("input") ?? []) input.value = "";
			toast({
				title: "Password changed.",
				description: "Every other device is signed out.",
				tone: "positive",
			});
			return undefined;
		},
	);
	return (
		<Setting title="Password" description="Changing it signs every other device out.">
			<form {...formProps} method="post" className="flex flex-col gap-4">
				<FormProblem problem={formProblem} />
				{/* Tells a password manager whose password this is. */}
				<input type="hidden" name="username" autoComplete="username" value={email} readOnly />
				<div ref={fields} className="grid gap-4 sm:grid-cols-2">
					<PasswordField
						label="Current password"
						name="currentPassword"
						error={errorOf("currentPassword")}
					/>
					<PasswordField label="New password" error={errorOf("password")} isNew />
				</div>
				<Button type="submit" className="self-end" isBusy={isBusy}>
					Change password
				</Button>
			</form>
		</Setting>
	);
}
