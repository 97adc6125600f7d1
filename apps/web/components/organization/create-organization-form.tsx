"use client";

import { useState } from "react";
import { api } from "../../lib/api.ts";
import { problemOf, type SubmitProblem, useSubmit } from "../../lib/use-submit.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Input } from "../ui/input.tsx";
import { SlugField } from "./slug-field.tsx";
import { useSlugPreview } from "./use-slug-preview.ts";

type CreateField = "name" | "slug";

async function create(name: string, slug: string): Promise<SubmitProblem<CreateField> | undefined> {
	if (!name.trim()) return { field: "name", message: "Write a name, such as your company's." };
	try {
		const organization = await api.organizations.create({ name, ...(slug ? { slug } : {}) });
		window.location.assign(`/${organization.slug}`);
		return undefined;
	} catch (error) {
		return problemOf<CreateField>(error, {
			name: "name",
			slug: "slug",
			ORGANIZATION_SLUG_TAKEN: "slug",
		});
	}
}

/** A name, and the address that follows it until somebody writes their own. */
export function CreateOrganizationForm() {
	const [name, setName] = useState("");
	const [ownSlug, setOwnSlug] = useState<string>();
	const preview = useSlugPreview(name);
	const slug = ownSlug ?? preview;
	const { formProps, isBusy, errorOf, formProblem } = useSubmit<CreateField>(() =>
		create(name, slug),
	);
	return (
		<form {...formProps} method="post" className="flex flex-col gap-4">
			<FormProblem problem={formProblem} />
			<Field label="Name" error={errorOf("name")}>
				{(control) => (
					<Input
						{...control}
						name="name"
						value={name}
						maxLength={80}
						autoComplete="organization"
						onChange={(event) => setName(event.currentTarget.value)}
					/>
				)}
			</Field>
			<SlugField value={slug} error={errorOf("slug")} onValueChange={setOwnSlug} />
			<Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
				Create organization
			</Button>
		</form>
	);
}
