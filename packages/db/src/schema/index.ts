export { apiKeys } from "./api-keys/table.ts";
export { auditEvents } from "./audit/table.ts";
export { accounts, sessions, users, verifications } from "./auth/table.ts";
export { comments } from "./comments/table.ts";
export { events } from "./events/table.ts";
export { actionItems, aiOperation, aiUsage, chapters, insights } from "./insights/table.ts";
export { invites } from "./invites/table.ts";
export {
	invitations,
	memberRole,
	members,
	organizationSlugs,
	organizations,
} from "./organizations/table.ts";
export { objectDeletions, organizationUsage } from "./storage/table.ts";
export { transcriptCues, transcripts } from "./transcripts/table.ts";
export { uploadStatus, uploads } from "./uploads/table.ts";
export {
	aiStatus,
	artifactKind,
	videoArtifacts,
	videoStatus,
	videos,
	videoVersions,
} from "./videos/table.ts";
