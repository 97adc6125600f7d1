/** Shapes of every input and output: safe for the browser, shared by verbs and API. */
export {
	type ApiKey,
	apiKeyInputSchema,
	apiKeySchema,
	createApiKeySchema,
	createdApiKeySchema,
} from "./api-keys/schemas.ts";
export { type ApiKeyScope, apiKeyScopes } from "./api-keys/scopes.ts";
export {
	type Comment,
	commentInputSchema,
	commentPageSchema,
	commentSchema,
	createCommentSchema,
	listCommentsSchema,
	updateCommentSchema,
} from "./comments/schemas.ts";
export { type PublicConfiguration, publicConfigurationSchema } from "./configuration/schemas.ts";
export {
	type DomainEvent,
	eventSchema,
	eventTypes,
	type StreamItem,
	streamItemSchema,
} from "./events/schemas.ts";
export {
	type ImportedVideo,
	importedVideoSchema,
	importVideoSchema,
} from "./imports/schemas.ts";
export {
	analyzeAcceptedSchema,
	analyzeSchema,
	type Insights,
	insightsSchema,
} from "./insights/schemas.ts";
export {
	acceptedInviteSchema,
	createdInviteSchema,
	createInviteSchema,
	type Invite,
	inviteInputSchema,
	invitePreviewSchema,
	inviteSchema,
	inviteTokenSchema,
} from "./invites/schemas.ts";
export {
	type Member,
	memberInputSchema,
	memberSchema,
	updateMemberRoleSchema,
} from "./members/schemas.ts";
export {
	createOrganizationSchema,
	type Organization,
	organizationInputSchema,
	organizationSchema,
	type Role,
	roleSchema,
	slugSchema,
	updateOrganizationSchema,
} from "./organizations/schemas.ts";
export { slugFromName } from "./organizations/slug.ts";
export { idSchema, type Person, personSchema } from "./shared/schemas.ts";
export { type StorageUsage, storageUsageSchema } from "./storage/schemas.ts";
export { type Transcript, transcriptSchema } from "./transcripts/schemas.ts";
export {
	deletedVideoSchema,
	listTrashSchema,
	purgedVideoSchema,
	type TrashedVideo,
	trashedVideoSchema,
	trashPageSchema,
} from "./trash/schemas.ts";
export {
	completedUploadSchema,
	completeUploadSchema,
	createUploadSchema,
	openUploadsSchema,
	signedPartsSchema,
	signPartsSchema,
	type Upload,
	uploadedPartsSchema,
	uploadInputSchema,
	uploadSchema,
} from "./uploads/schemas.ts";
export {
	aiStatuses,
	downloadSchema,
	listVideosSchema,
	playbackSchema,
	processingSteps,
	updateVideoSchema,
	type Video,
	type VideoSummary,
	videoInputSchema,
	videoPageSchema,
	videoSchema,
	videoStatuses,
	videoSummarySchema,
} from "./videos/schemas.ts";
export { type Viewer, viewerSchema } from "./viewer/schemas.ts";
