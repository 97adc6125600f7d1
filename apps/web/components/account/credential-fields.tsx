import type { ReactNode } from "react";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { PasswordInput } from "./password-input.tsx";

interface CredentialFieldProps {
	readonly error: string | undefined;
	readonly defaultValue?: string | undefined;
}

export function EmailField({ error, defaultValue }: CredentialFieldProps) {
	return (
		<Field label="E-mail" error={error}>
			{(control) => (
				<Input
					{...control}
					name="email"
					type="email"
					autoComplete="email"
					inputMode="email"
					spellCheck={false}
					defaultValue={defaultValue}
				/>
			)}
		</Field>
	);
}

interface PasswordFieldProps {
	readonly error: string | undefined;
	readonly isNew?: boolean | undefined;
	readonly label?: string | undefined;
	readonly name?: string | undefined;
	readonly aside?: ReactNode;
}

export function PasswordField({ error, isNew, label, name, aside }: PasswordFieldProps) {
	return (
		<Field
			label={label ?? "Password"}
			error={error}
			aside={aside}
			hint={isNew ? "At least 10 characters." : undefined}
		>
			{(control) => (
				<PasswordInput
					{...control}
					name={name ?? "password"}
					autoComplete={isNew ? "new-password" : "current-password"}
				/>
			)}
		</Field>
	);
}
