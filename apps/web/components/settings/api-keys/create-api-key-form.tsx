"use client";

import type { Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api, orpc } from "../../../lib/api.ts";
import { type SubmitProblem, textOf, useSubmit } from "../../../lib/use-submit.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { DialogActions } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { type Scope, scopes, scopeWords } from "./scope-words.ts";

const dayMs = 86_400_000;
const lifetimes = [
	{ value: "30", label: "30 days" },
	{ value: "90", label: "90 days" },
	{ value: "365", label: "1 year" },
	{ value: "never", label: "Until it is revoked" },
] as const;
type Lifetime = (typeof lifetimes)[number]["value"];

/** A key that was made a moment ago, with the only copy of it. */
export interface NewKey {
	readonly key: string;
	readonly scopes: readonly Scope[];
}

interface CreateApiKeyFormProps {
	readonly organization: Organization;
	readonly onCreated: (created: NewKey) => void;
	readonly onCancel: () => void;
}

export function CreateApiKeyForm({ organization, onCreated, onCancel }: CreateApiKeyFormProps) {
	const queries = useQueryClient();
	const [lifetime, setLifetime] = useState<Lifetime>("90");
	const create = async (data: FormData): Promise<SubmitProblem<"name" | "scopes"> | undefined> => {
		const name = textOf(data, "name");
		const chosen = scopes.filter((scope) => data.getAll("scopes").includes(scope));
		if (!name) return { field: "name", message: "Write a name, such as where the key will be." };
		if (chosen.length === 0) return { field: "scopes", message: "Choose at least one." };
		const expiresInMs = lifetime === "never" ? null : Number(lifetime) * dayMs;
		const input = { organizationId: organization.id, name, scopes: chosen, expiresInMs };
		// Not through the cache of queries: the key is to be nowhere but in the dialog.
		const { key } = await api.apiKeys.create(input);
		onCreated({ key, scopes: chosen });
		await queries.invalidateQueries({ queryKey: orpc.apiKeys.list.key() });
		return undefined;
	};
	const { formProps, isBusy, errorOf, formProblem } = useSubmit(create);
	return (
		<form {...formProps} className="flex flex-col gap-4">
			<FormProblem problem={formProblem} />
			<Field
				label="Name"
				hint="Where it is used: you will know it by this."
				error={errorOf("name")}
			>
				{(control) => (
					<Input
						{...control}
						name="name"
						maxLength={100}
						autoComplete="off"
						placeholder="Render farm"
					/>
				)}
			</Field>
			<ScopeChoice error={errorOf("scopes")} />
			<Field label="Works for">
				{(control) => (
					<Select
						{...control}
						options={lifetimes}
						value={lifetime}
						onValueChange={setLifetime}
						className="self-start"
					/>
				)}
			</Field>
			<DialogActions>
				<Button onClick={onCancel}>Cancel</Button>
				<Button type="submit" variant="primary" isBusy={isBusy}>
					Create key
				</Button>
			</DialogActions>
		</form>
	);
}

function ScopeChoice({ error }: { readonly error: string | undefined }) {
	const errorId = useId();
	return (
		<fieldset aria-describedby={error ? errorId : undefined} className="flex flex-col gap-2.5">
			<legend className="mb-2 font-medium text-sm">May</legend>
			{scopes.map((scope, index) => (
				<Checkbox
					key={scope}
					name="scopes"
					value={scope}
					label={scopeWords[scope].label}
					description={scopeWords[scope].about}
					defaultChecked={scope === "upload"}
					// The focus is led to the first of them.
					aria-invalid={(index === 0 && error !== undefined) || undefined}
				/>
			))}
			{error ? (
				<p id={errorId} role="alert" className="text-danger-ink text-sm">
					{error}
				</p>
			) : null}
		</fieldset>
	);
}
