"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { api, orpc } from "../../lib/api.ts";
import { describeError } from "../../lib/errors.ts";
import { Button } from "../ui/button.tsx";
import { Field, type FieldControl } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Textarea } from "../ui/textarea.tsx";
import { toast } from "../ui/toast.ts";
import { useVideoInput } from "./watch-context.tsx";

interface EditableTextProps {
	readonly field: "title" | "description";
	readonly label: string;
	readonly value: string;
	readonly placeholder?: string | undefined;
	readonly maxLength: number;
	readonly canEdit: boolean;
	/** Several lines. */
	readonly isLong?: boolean | undefined;
}

/** Written where it is read; saved with Enter or the button, left as it was with Esc. */
export function EditableText(props: EditableTextProps) {
	const { field, label, value, placeholder, maxLength, canEdit, isLong } = props;
	const input = useVideoInput();
	const queryClient = useQueryClient();
	const [draft, setDraft] = useState<string | null>(null);
	const [error, setError] = useState<string>();
	const [isBusy, setBusy] = useState(false);
	const isChanged = draft !== null && draft.trim() !== value;

	const close = () => {
		setDraft(null);
		setError(undefined);
	};
	const write = async (text: string) => {
		const video = await api.videos.update({ ...input, [field]: text });
		queryClient.setQueryData(orpc.videos.get.queryKey({ input }), video);
	};
	const save = async () => {
		if (!isChanged) return close();
		setBusy(true);
		try {
			await write(draft.trim());
			close();
			toast({
				title: `${label} saved.`,
				tone: "positive",
				action: { label: "Undo", onSelect: () => void write(value) },
			});
		} catch (reason) {
			const { title, hint } = describeError(reason);
			setError([title, hint].filter(Boolean).join(" "));
		} finally {
			setBusy(false);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "Escape") close();
		if (event.key === "Enter" && (!isLong || event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			void save();
		}
	};

	if (!canEdit) {
		return value ? (
			<div>
				<h2 className="mb-1 text-ink-muted text-sm">{label}</h2>
				<p className="wrap-anywhere whitespace-pre-wrap">{value}</p>
			</div>
		) : null;
	}
	const control = (attributes: FieldControl) => ({
		...attributes,
		value: draft ?? value,
		placeholder,
		maxLength,
		onChange: (event: { currentTarget: { value: string } }) => setDraft(event.currentTarget.value),
		onKeyDown,
	});
	return (
		<div className="flex flex-col gap-2">
			<Field label={label} error={error}>
				{(attributes) =>
					isLong ? <Textarea {...control(attributes)} /> : <Input {...control(attributes)} />
				}
			</Field>
			{isChanged ? (
				<div className="flex gap-2">
					<Button size="sm" variant="primary" isBusy={isBusy} onClick={() => void save()}>
						Save
					</Button>
					<Button size="sm" variant="ghost" onClick={close}>
						Keep as it was
					</Button>
				</div>
			) : null}
		</div>
	);
}
