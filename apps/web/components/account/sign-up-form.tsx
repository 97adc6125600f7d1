"use client";

import type { Route } from "next";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { type SubmitProblem, textOf, useSubmit } from "../../lib/use-submit.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Input } from "../ui/input.tsx";
import { checkEmail, checkNewPassword } from "./check.ts";
import { EmailField, PasswordField } from "./credential-fields.tsx";
import { verifyEmailPath } from "./verify-email-path.ts";

type SignUpField = "name" | "email" | "password";

interface SignUpFormProps {
	readonly next: Route;
	readonly isVerificationRequired: boolean;
}

async function signUp(
	data: FormData,
	{ next, isVerificationRequired }: SignUpFormProps,
): Promise<SubmitProblem<SignUpField> | undefined> {
	const name = textOf(data, "name");
	const email = textOf(data, "email");
	const password = String(data.get("password") ?? "");
	if (!name) return { field: "name", message: "Write your name, as others shall see it." };
	const problem = checkEmail(email) ?? checkNewPassword(password);
	if (problem) return problem;

	const { error } = await authClient().signUp.email({
		name,
		email,
		password,
		callbackURL: verifyEmailPath(next),
	});
	if (error) {
		const { message, field } = describeAuthFailure(error);
		return { message, field: field === "currentPassword" ? undefined : field };
	}
	window.location.assign(isVerificationRequired ? verifyEmailPath(next, email) : next);
	return undefined;
}

export function SignUpForm(props: SignUpFormProps) {
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<SignUpField>((data) =>
		signUp(data, props),
	);
	return (
		<form {...formProps} method="post" className="flex flex-col gap-4">
			<FormProblem problem={formProblem} />
			<Field label="Name" error={errorOf("name")}>
				{(control) => <Input {...control} name="name" autoComplete="name" maxLength={80} />}
			</Field>
			<EmailField error={errorOf("email")} />
			<PasswordField error={errorOf("password")} isNew />
			<Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
				Create account
			</Button>
		</form>
	);
}
