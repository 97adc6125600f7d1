"use client";

import Link from "next/link";
import { useState } from "react";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { useSubmit } from "../../lib/use-submit.ts";
import { Button } from "../ui/button.tsx";
import { buttonClass } from "../ui/button-class.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Notice } from "../ui/notice.tsx";
import { checkNewPassword } from "./check.ts";
import { PasswordField } from "./credential-fields.tsx";

export function ResetPasswordForm({ token }: { readonly token: string }) {
	const [isDone, setDone] = useState(false);
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<"password">(async (data) => {
		const newPassword = String(data.get("password") ?? "");
		const problem = checkNewPassword(newPassword);
		if (problem) return problem;
		const { error } = await authClient().resetPassword({ newPassword, token });
		if (error) return { message: describeAuthFailure(error).message };
		setDone(true);
		return undefined;
	});
	if (isDone) {
		return (
			<>
				<Notice tone="positive">
					Your password is changed, and every other device is signed out.
				</Notice>
				<Link href="/sign-in" className={buttonClass({ variant: "primary", size: "lg" })}>
					Sign in
				</Link>
			</>
		);
	}
	return (
		<form {...formProps} method="post" className="flex flex-col gap-4">
			<FormProblem problem={formProblem} />
			<PasswordField error={errorOf("password")} isNew label="New password" />
			<Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
				Change password
			</Button>
		</form>
	);
}
