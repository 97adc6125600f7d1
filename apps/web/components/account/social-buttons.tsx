"use client";

import { useState } from "react";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.ts";
import { type SocialProvider, socialProviders } from "./social-providers.tsx";

interface SocialButtonsProps {
	readonly providers: readonly SocialProvider[];
	readonly next: string;
}

/** Sign in with an account of another house, where that is set up. */
export function SocialButtons({ providers, next }: SocialButtonsProps) {
	const [busy, setBusy] = useState<SocialProvider>();
	if (providers.length === 0) return null;

	const signIn = async (provider: SocialProvider) => {
		setBusy(provider);
		const { error } = await authClient().signIn.social({
			provider,
			callbackURL: next,
			errorCallbackURL: "/sign-in",
		});
		// Without an error the browser is on its way to the provider.
		if (!error) return;
		setBusy(undefined);
		toast({ title: describeAuthFailure(error).message, tone: "danger" });
	};

	return (
		<div className="flex flex-col gap-4">
			<div className="flex flex-col gap-2">
				{providers.map((provider) => {
					const { label, Icon } = socialProviders[provider];
					return (
						<Button
							key={provider}
							icon={<Icon />}
							isBusy={busy === provider}
							onClick={() => signIn(provider)}
						>
							Continue with {label}
						</Button>
					);
				})}
			</div>
			<div className="flex items-center gap-3 text-ink-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
				or
			</div>
		</div>
	);
}
