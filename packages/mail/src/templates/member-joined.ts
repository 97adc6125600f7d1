import { type RenderedMail, renderMail } from "../layout.ts";

export interface MemberJoinedData {
	readonly memberName: string;
	readonly organizationName: string;
	/** The organization's page of members. */
	readonly url: string;
}

export function memberJoined(data: MemberJoinedData): RenderedMail {
	const { memberName, organizationName, url } = data;
	return renderMail({
		subject: `${memberName} joined ${organizationName}`,
		before: [`${memberName} accepted your invitation and is now a member of ${organizationName}.`],
		link: { label: "See the members", url },
		after: [],
	});
}
