interface ErrorCodeFacts {
	/** HTTP status of an answer with this code. */
	readonly status: number;
	/** May the very same call succeed later? */
	readonly retryable: boolean;
}

const fact = (status: number, retryable = false): ErrorCodeFacts => ({ status, retryable });

/**
 * Every error code of the product, in one list, so that two rooms never use one code for two things.
 * Add a code here when a reader would act differently on it.
 */
export const errorCodes = {
	// The caller
	BAD_REQUEST: fact(400),
	INPUT_INVALID: fact(422),
	UNAUTHENTICATED: fact(401),
	ORIGIN_REFUSED: fact(403),
	FORBIDDEN: fact(403),
	NOT_FOUND: fact(404),
	CONFLICT: fact(409),
	RATE_LIMITED: fact(429, true),
	PAYLOAD_TOO_LARGE: fact(413),
	// Entities
	ORGANIZATION_NOT_FOUND: fact(404),
	ORGANIZATION_SLUG_TAKEN: fact(409),
	VIDEO_NOT_FOUND: fact(404),
	VIDEO_NOT_READY: fact(409),
	VIDEO_NOT_RETRYABLE: fact(409),
	COMMENT_NOT_FOUND: fact(404),
	INVITE_NOT_FOUND: fact(404),
	MEMBER_NOT_FOUND: fact(404),
	API_KEY_NOT_FOUND: fact(404),
	MEMBER_LAST_OWNER: fact(409),
	JOB_NOT_FOUND: fact(404),
	JOB_TIMED_OUT: fact(504, true),
	JOB_ABANDONED: fact(500, true),
	// Uploads
	UPLOAD_NOT_FOUND: fact(404),
	UPLOAD_EMPTY_FILE: fact(422),
	UPLOAD_TOO_LARGE: fact(413),
	UPLOAD_FILE_NAME_INVALID: fact(422),
	UPLOAD_PART_INVALID: fact(422),
	UPLOAD_PARTS_MISSING: fact(409),
	UPLOAD_SIZE_MISMATCH: fact(409),
	UPLOAD_ALREADY_COMPLETED: fact(409),
	UPLOAD_FILE_CHANGED: fact(409),
	UPLOAD_FILE_UNREADABLE: fact(422),
	// Storage
	STORAGE_KEY_INVALID: fact(400),
	STORAGE_OBJECT_NOT_FOUND: fact(404),
	STORAGE_OBJECT_EXISTS: fact(409),
	STORAGE_SIGNATURE_INVALID: fact(403),
	STORAGE_URL_EXPIRED: fact(403),
	STORAGE_RANGE_INVALID: fact(416),
	STORAGE_FULL: fact(507, true),
	STORAGE_QUOTA_EXCEEDED: fact(507),
	STORAGE_UNAVAILABLE: fact(503, true),
	STORAGE_MISCONFIGURED: fact(500),
	CDN_UNAVAILABLE: fact(503, true),
	CDN_MISCONFIGURED: fact(500),
	// Media
	MEDIA_NOT_A_VIDEO: fact(422),
	MEDIA_UNSUPPORTED: fact(422),
	MEDIA_LIMIT_EXCEEDED: fact(422),
	MEDIA_TRUNCATED: fact(422),
	MEDIA_TIMEOUT: fact(504, true),
	MEDIA_FAILED: fact(500, true),
	MEDIA_TOOLS_MISSING: fact(503),
	// Database and jobs
	DATABASE_UNAVAILABLE: fact(503, true),
	DATABASE_SCHEMA_BEHIND: fact(503),
	DATABASE_SCHEMA_AHEAD: fact(503),
	DATABASE_MIGRATION_FAILED: fact(500),
	POSTGRES_DATA_NEWER: fact(500),
	POSTGRES_DATA_OLDER: fact(500),
	POSTGRES_START_FAILED: fact(500),
	POSTGRES_STOP_FAILED: fact(500),
	POSTGRES_BINARIES_MISSING: fact(500),
	QUEUE_UNAVAILABLE: fact(503, true),
	CACHE_UNAVAILABLE: fact(503, true),
	// AI
	AI_NOT_CONFIGURED: fact(503),
	AI_RATE_LIMITED: fact(429, true),
	AI_REFUSED: fact(422),
	AI_OUTPUT_INVALID: fact(502, true),
	AI_UNAVAILABLE: fact(503, true),
	// Mail
	MAIL_FAILED: fact(503, true),
	// Other machines
	SERVER_UNREACHABLE: fact(503, true),
	REMOTE_ADDRESS_REFUSED: fact(422),
	REMOTE_UNAVAILABLE: fact(502, true),
	REMOTE_TIMED_OUT: fact(504, true),
	// Configuration and machine
	CONFIG_INVALID: fact(500),
	PORT_IN_USE: fact(500),
	DATA_FOLDER_IN_USE: fact(500),
	DATA_FOLDER_NEWER: fact(500),
	DISK_FULL: fact(507, true),
	INTERNAL: fact(500),
} as const satisfies Record<string, ErrorCodeFacts>;

export type ErrorCode = keyof typeof errorCodes;
