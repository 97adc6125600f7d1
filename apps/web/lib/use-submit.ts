"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { describeError } from "./errors.ts";

/** Why a form was not accepted. */
export interface SubmitProblem<Field extends string = string> {
	readonly message: string;
	readonly hint?: string | undefined;
	/** The field that it belongs to; the whole form when left out. */
	readonly field?: Field | undefined;
}

/** Resolves to a problem, or to nothing when all went well. What it throws becomes a problem too. */
export type SubmitAction<Field extends string> = (
	data: FormData,
) => Promise<SubmitProblem<Field> | undefined>;

/**
 * A failed call as a problem of the form.
 * @param fields where an error belongs: the input's own name, or an error code, to the form's field.
 */
export function problemOf<Field extends string>(
	error: unknown,
	fields: Readonly<Record<string, Field>> = {},
): SubmitProblem<Field> {
	const { title, hint, code, fields: wrong } = describeError(error);
	for (const [name, message] of wrong) {
		const field = fields[name];
		if (field) return { field, message };
	}
	const field = fields[code];
	if (field) return { field, message: [title, hint].filter(Boolean).join(" ") };
	return { message: title, hint };
}

/** One form: sends it once, keeps what was typed, and leads the focus to what is wrong. */
export function useSubmit<Field extends string>(action: SubmitAction<Field>) {
	const form = useRef<HTMLFormElement>(null);
	const [isBusy, setBusy] = useState(false);
	const [problem, setProblem] = useState<SubmitProblem<Field>>();

	useEffect(() => {
		if (problem?.field) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
	}, [problem]);

	const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		if (isBusy) return;
		setBusy(true);
		setProblem(undefined);
		const outcome = await action(new FormData(event.currentTarget)).catch((error) =>
			problemOf<Field>(error),
		);
		setProblem(outcome);
		setBusy(false);
	};

	return {
		/** Spread on the form. */
		formProps: { ref: form, onSubmit, noValidate: true },
		isBusy,
		/** What is wrong with one field. */
		errorOf: (field: Field) => (problem?.field === field ? problem.message : undefined),
		/** What is wrong with the form as a whole. */
		formProblem: problem && !problem.field ? problem : undefined,
	};
}

/** A text field's value, trimmed. */
export function textOf(data: FormData, name: string): string {
	return String(data.get(name) ?? "").trim();
}
