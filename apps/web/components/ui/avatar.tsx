import { clsx } from "clsx";
import { initialsOf, personClass } from "./person.ts";

const sizes = {
	sm: "size-5 text-[0.625rem]",
	md: "size-7 text-xs",
	lg: "size-9 text-sm",
	xl: "size-14 text-lg",
} as const;

export interface AvatarProps {
	/** The id decides the hue, so a person has the same color everywhere. */
	readonly person: { readonly id: string; readonly name: string; readonly image?: string | null };
	readonly size?: keyof typeof sizes | undefined;
	/** Say the name; off where it stands beside the picture. */
	readonly isNamed?: boolean | undefined;
	readonly className?: string | undefined;
}

/** A person's picture; their initials on their own hue while there is none, or when it fails to load. */
export function Avatar({ person, size = "md", isNamed = false, className }: AvatarProps) {
	return (
		<span
			{...(isNamed ? { role: "img", "aria-label": person.name } : { "aria-hidden": true })}
			// Drawn, not written: letters in the page would be part of the name of a button around them.
			data-initials={initialsOf(person.name)}
			className={clsx(
				"before:content-[attr(data-initials)] relative inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-person-tint font-semibold text-person-ink",
				personClass(person.id),
				sizes[size],
				className,
			)}
		>
			{person.image ? (
				<img
					src={person.image}
					alt=""
					loading="lazy"
					referrerPolicy="no-referrer"
					className="absolute inset-0 size-full object-cover"
				/>
			) : null}
		</span>
	);
}
