import { clsx } from "clsx";
import { initialsOf, personClass } from "../ui/person.ts";

interface OrganizationBadgeProps {
	readonly organization: { readonly id: string; readonly name: string };
	readonly size?: "sm" | "md" | undefined;
}

/** An organization's square, in its own hue. */
export function OrganizationBadge({ organization, size = "md" }: OrganizationBadgeProps) {
	return (
		<span
			aria-hidden
			data-initials={initialsOf(organization.name.split(/\s/)[0] ?? "")}
			className={clsx(
				"inline-flex shrink-0 select-none items-center justify-center bg-person-tint font-semibold text-person-ink before:content-[attr(data-initials)]",
				personClass(organization.id),
				size === "sm" ? "size-5 rounded-sm text-[0.625rem]" : "size-7 rounded-control text-sm",
			)}
		/>
	);
}
