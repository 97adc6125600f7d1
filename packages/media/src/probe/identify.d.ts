import { AppError } from "@nuclom/core";
/**
 * The error for a file that ffprobe does not take: says what it is instead, from its first bytes.
 * MEDIA_NOT_A_VIDEO, or MEDIA_UNSUPPORTED for a video that is damaged or of a refused kind.
 */
export declare function refusal(path: string, cause?: unknown): Promise<AppError>;
export declare function audioOnly(): AppError;
export declare function noPicture(): AppError;
