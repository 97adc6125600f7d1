"use client";

import type { Route } from "next";
import Link from "next/link";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { textOf, useSubmit } from "../../lib/use-submit.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { inlineLinkClass } from "./account-layout.tsx";
import { checkEmail } from "./check.ts";
import { EmailField, PasswordField } from "./credential-fields.tsx";
import { verifyEmailPath } from "./verify-email-path.ts";

interface SignInFormProps {
	readonly next: Route;
	readonly email?: string | undefined;
}

async function signIn(data: FormData, next: Route) {
	const email = textOf(data, "email");
	const password = String(data.get("password") ?? "");
	const problem = checkEmail(email);
	if (problem) return problem;
	if (!password) return { field: "password" as const, message: "Write your password." };

	const { error } = await authClient().signIn.email({
		email,
		password,
		callbackURL: verifyEmailPath(next),
	});
	if (error?.code === "EMAIL_NOT_VERIFIED") {
		window.location.assign(verifyEmailPath(next, email));
		return undefined;
	}
	if (error) return { message: describeAuthFailure(error).message };
	// A fresh page: nothing rendered for nobody is kept.
	window.location.assign(next);
	return undefined;
}

export function SignInForm({ next, email }: SignInFormProps) {
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<"email" | "password">((data) =>
		signIn(data, next),
	);
	return (
		<form {...formProps} method="post" className="flex flex-col gap-4">
			<FormProblem problem={formProblem} />
			<EmailField error={errorOf("email")} defaultValue={email} />
			<PasswordField
				error={errorOf("password")}
				aside={
					<Link href="/forgot-password" className={`text-sm ${inlineLinkClass}`}>
						Forgot it?
					</Link>
				}
			/>
			<Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
				Sign in
			</Button>
		</form>
	);
}
