import Link from "next/link";
import { AccountCard } from "../account/account-layout.tsx";
import { buttonClass } from "../ui/button-class.ts";

export function InviteGoneCard() {
	return (
		<AccountCard
			title="This invitation does not work any more"
			lead="It has ended or was withdrawn. Ask the person who sent it for a new link."
		>
			<Link href="/" className={buttonClass({ variant: "primary", size: "lg" })}>
				Go to Nuclom
			</Link>
		</AccountCard>
	);
}
