"use client";

import { useState } from "react";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { textOf, useSubmit } from "../../lib/use-submit.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Notice } from "../ui/notice.tsx";
import { checkEmail } from "./check.ts";
import { EmailField } from "./credential-fields.tsx";

/** Says the same whether there is such an account or not. */
export function ForgotPasswordForm() {
	const [sentTo, setSentTo] = useState<string>();
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<"email">(async (data) => {
		const email = textOf(data, "email");
		const problem = checkEmail(email);
		if (problem) return problem;
		const { error } = await authClient().requestPasswordReset({
			email,
			redirectTo: "/reset-password",
		});
		if (error) return { message: describeAuthFailure(error).message };
		setSentTo(email);
		return undefined;
	});
	if (sentTo) {
		return (
			<Notice tone="positive">
				If <strong className="break-all font-semibold">{sentTo}</strong> has an account, a link is
				on its way. It works for one hour.
			</Notice>
		);
	}
	return (
		<form {...formProps} method="post" className="flex flex-col gap-4">
			<FormProblem problem={formProblem} />
			<EmailField error={errorOf("email")} />
			<Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
				Send the link
			</Button>
		</form>
	);
}
