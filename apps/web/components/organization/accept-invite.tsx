"use client";

import { useState } from "react";
import { api } from "../../lib/api.ts";
import { problemOf, type SubmitProblem } from "../../lib/use-submit.ts";
import { signOut } from "../shell/sign-out.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

interface AcceptInviteProps {
	readonly token: string;
	readonly organizationName: string;
	readonly email: string;
}

export function AcceptInvite({ token, organizationName, email }: AcceptInviteProps) {
	const [isBusy, setBusy] = useState(false);
	const [problem, setProblem] = useState<SubmitProblem>();
	const accept = async () => {
		setBusy(true);
		try {
			const { organization } = await api.invites.accept({ token });
			window.location.assign(`/${organization.slug}`);
		} catch (error) {
			setProblem(problemOf(error));
			setBusy(false);
		}
	};
	return (
		<>
			<FormProblem problem={problem} />
			<Button variant="primary" size="lg" isBusy={isBusy} onClick={accept}>
				Join {organizationName}
			</Button>
			<p className="text-ink-muted text-sm">
				As <span className="break-all">{email}</span>.{" "}
				<button
					type="button"
					onClick={() => signOut(`/invite/${token}`)}
					className="rounded-sm underline underline-offset-4 hover:text-ink"
				>
					Sign out
				</button>
			</p>
		</>
	);
}
