import { type Logger } from "@nuclom/core";
import { type FrameTimes } from "./frames/frame-times.ts";
import { type MediaLimits } from "./limits.ts";
import type { MediaProbe } from "./media-probe.ts";
import { type MakePlayableOptions } from "./playable/make-playable.ts";
import { type PlayablePlan } from "./playable/plan.ts";
import { type MakePosterOptions, type Poster } from "./poster/make-poster.ts";
import { type ExtractSpeechOptions, type SpeechSegment } from "./speech/extract-speech.ts";
export interface CreateMediaOptions {
    /** Used and nothing else, where given. */
    readonly ffmpegPath?: string | undefined;
    readonly ffprobePath?: string | undefined;
    /** The PATH to look in; the usual folders without it. */
    readonly searchPath?: string | undefined;
    /** Working folder of ffmpeg, made when needed; also keeps copies of carried programs. */
    readonly scratchDir: string;
    readonly limits?: Partial<MediaLimits> | undefined;
    readonly logger?: Logger | undefined;
}
export interface MediaCheck {
    readonly ffmpegVersion: string;
    readonly ffprobeVersion: string;
    readonly ffmpegPath: string;
    readonly ffprobePath: string;
    /** What the system holds ffmpeg to: "network", "privileges", "resources", "priority". */
    readonly guards: readonly string[];
}
/**
 * Every method takes one local file, never an address, and treats it as hostile. A call that is
 * aborted rejects with the signal's reason. All of them may reject with MEDIA_TOOLS_MISSING,
 * MEDIA_TIMEOUT, MEDIA_LIMIT_EXCEEDED, MEDIA_FAILED and DISK_FULL beside what they name.
 */
export interface Media {
    /** Finds and runs both programs. @throws MEDIA_TOOLS_MISSING with the line that installs them */
    check(): Promise<MediaCheck>;
    /** @throws MEDIA_NOT_A_VIDEO, MEDIA_UNSUPPORTED, MEDIA_TRUNCATED (index missing) */
    probe(file: string, options?: {
        readonly signal?: AbortSignal;
    }): Promise<MediaProbe>;
    /** What `makePlayable` would do; pure. "serve-source": nothing, the file is fit to be served. */
    planPlayable(probe: MediaProbe): PlayablePlan;
    /**
     * Writes a fast-start MP4 (H.264, or VP9 where the source has it; AAC or MP3) and returns its
     * probe. The result is compared with the source; a failed run leaves no file.
     * @throws MEDIA_TRUNCATED where frames or time are missing in the source or the result
     */
    makePlayable(file: string, outFile: string, probe: MediaProbe, options?: MakePlayableOptions): Promise<MediaProbe>;
    /** Writes a still; JPEG or WebP by the ending of `outFile`. */
    makePoster(file: string, outFile: string, probe: MediaProbe, options: MakePosterOptions): Promise<Poster>;
    /** Writes WAV pieces cut at pauses into `outDir`, in order; none for silence or no sound. */
    extractSpeech(file: string, outDir: string, probe: MediaProbe, options?: ExtractSpeechOptions): Promise<SpeechSegment[]>;
    /** When every frame is shown; read from packets, so it costs one read of the file. */
    frameTimes(file: string, options?: {
        readonly signal?: AbortSignal;
    }): Promise<FrameTimes>;
}
/** Opens nothing: programs are looked for at the first call, and again after a failed look. */
export declare function createMedia(options: CreateMediaOptions): Media;
