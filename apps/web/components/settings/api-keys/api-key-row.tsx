"use client";

import type { ApiKey, Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, orpc } from "../../../lib/api.ts";
import { useFocusHandover } from "../../../lib/focus-handover.ts";
import { AlertDialog } from "../../ui/alert-dialog.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { preloadDialog } from "../../ui/dialog.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { toast } from "../../ui/toast.ts";
import { scopeWords } from "./scope-words.ts";

interface ApiKeyRowProps {
	readonly apiKey: ApiKey;
	readonly organization: Organization;
	readonly isYours: boolean;
}

export function ApiKeyRow({ apiKey, organization, isYours }: ApiKeyRowProps) {
	const row = useRef<HTMLLIElement>(null);
	useFocusHandover(row);
	const { name, hint, scopes, owner, createdAt, lastUsedAt, expiresAt, canRevoke } = apiKey;
	return (
		<li ref={row} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
			<div className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
				<p className="flex flex-wrap items-center gap-x-2 gap-y-1">
					<span className="wrap-anywhere font-medium text-sm">{name}</span>
					<span className="mono text-ink-muted text-sm">{hint}…</span>
					{scopes.map((scope) => (
						<Badge key={scope}>{scopeWords[scope].label}</Badge>
					))}
				</p>
				<p className="text-ink-muted text-sm">
					{isYours ? "Yours" : `Acts for ${owner.name}`} · made <RelativeTime at={createdAt} /> ·{" "}
					{lastUsedAt ? (
						<>
							last used <RelativeTime at={lastUsedAt} />
						</>
					) : (
						"not used yet"
					)}{" "}
					·{" "}
					{expiresAt ? (
						<>
							ends <RelativeTime at={expiresAt} />
						</>
					) : (
						"never ends"
					)}
				</p>
			</div>
			{canRevoke ? <RevokeKey apiKey={apiKey} organization={organization} /> : null}
		</li>
	);
}

function RevokeKey({ apiKey, organization }: Omit<ApiKeyRowProps, "isYours">) {
	const queries = useQueryClient();
	const [isOpen, setOpen] = useState(false);

	const { id, name, hint } = apiKey;
	const revoke = async () => {
		await api.apiKeys.revoke({ organizationId: organization.id, apiKeyId: id });
		toast({ title: `The key ${name} no longer works.`, tone: "positive" });
	};
	// The row leaves after the dialog, so that the focus finds its way.
	const change = (open: boolean) => {
		setOpen(open);
		if (!open) void queries.invalidateQueries({ queryKey: orpc.apiKeys.list.key() });
	};
	return (
		<>
			<Button
				size="sm"
				aria-label={`Revoke ${name}`}
				onPointerEnter={preloadDialog}
				onFocus={preloadDialog}
				onClick={() => setOpen(true)}
			>
				Revoke
			</Button>
			<AlertDialog
				isOpen={isOpen}
				onOpenChange={change}
				title={`Revoke ${name}?`}
				description={`Every program that has the key ${hint}… is refused at once. A revoked key cannot be brought back.`}
				confirmLabel="Revoke"
				onConfirm={revoke}
			/>
		</>
	);
}
