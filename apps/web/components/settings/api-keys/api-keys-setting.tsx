"use client";

import type { ApiKey, Organization, Person } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { lazy, useState } from "react";
import { orpc } from "../../../lib/api.ts";
import { LazyPart } from "../../system/lazy-part.tsx";
import { Button } from "../../ui/button.tsx";
import { preloadDialog } from "../../ui/dialog.tsx";
import { Setting } from "../setting.tsx";
import { ApiKeyRow } from "./api-key-row.tsx";

const load = () => import("./create-api-key-dialog.tsx");
const CreateApiKeyDialog = lazy(load);
const preload = () => Promise.all([load(), preloadDialog()]);

interface ApiKeysSettingProps {
	readonly organization: Organization;
	readonly user: Person;
	readonly initialKeys: { items: ApiKey[] };
}

/** Keys by which programs act for people. */
export function ApiKeysSetting({ organization, user, initialKeys }: ApiKeysSettingProps) {
	const { data } = useQuery(
		orpc.apiKeys.list.queryOptions({
			input: { organizationId: organization.id },
			initialData: initialKeys,
		}),
	);
	return (
		<Setting
			title="API keys"
			description={`With a key a program acts for you in ${organization.name}, as far as the key and your role allow.`}
		>
			<CreateButton organization={organization} />
			{data.items.length > 0 ? (
				<ul
					aria-label="API keys"
					className="mt-4 -mb-2 flex flex-col divide-y divide-line border-line border-t pt-2"
				>
					{data.items.map((apiKey) => (
						<ApiKeyRow
							key={apiKey.id}
							apiKey={apiKey}
							organization={organization}
							isYours={apiKey.owner.id === user.id}
						/>
					))}
				</ul>
			) : (
				<p className="mt-4 border-line border-t pt-4 text-ink-muted text-sm">
					There are none yet. A key lets <code className="mono">nuclom upload</code>, a script or
					another service in without a password.
				</p>
			)}
		</Setting>
	);
}

function CreateButton({ organization }: { readonly organization: Organization }) {
	const [isOpen, setOpen] = useState(false);
	const [wasOpened, setWasOpened] = useState(false);
	if (isOpen && !wasOpened) setWasOpened(true);
	return (
		<>
			<Button
				variant="primary"
				icon={<KeyRound aria-hidden />}
				onPointerEnter={preload}
				onFocus={preload}
				onClick={() => setOpen(true)}
			>
				New key
			</Button>
			{wasOpened ? (
				<LazyPart>
					<CreateApiKeyDialog organization={organization} isOpen={isOpen} onOpenChange={setOpen} />
				</LazyPart>
			) : null}
		</>
	);
}
