"use client";

import { useState } from "react";
import { authClient } from "../../lib/auth.ts";
import { describeAuthFailure } from "../../lib/auth-errors.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.ts";
import { verifyEmailPath } from "./verify-email-path.ts";

interface ResendVerificationProps {
	readonly email: string;
	readonly next: string;
}

export function ResendVerification({ email, next }: ResendVerificationProps) {
	const [isBusy, setBusy] = useState(false);
	const send = async () => {
		setBusy(true);
		const { error } = await authClient().sendVerificationEmail({
			email,
			callbackURL: verifyEmailPath(next),
		});
		setBusy(false);
		toast(
			error
				? { title: describeAuthFailure(error).message, tone: "danger" }
				: {
						title: "Sent again.",
						description: `Look into the inbox of ${email}.`,
						tone: "positive",
					},
		);
	};
	return (
		<Button size="lg" isBusy={isBusy} onClick={send}>
			Send it again
		</Button>
	);
}
