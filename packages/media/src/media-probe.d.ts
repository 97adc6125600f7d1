/** An exact fraction, as frame rates and time bases need. */
export interface Rational {
    readonly num: number;
    readonly den: number;
}
export type MediaContainer = "mp4" | "mov" | "webm" | "matroska" | "avi" | "mpegts" | "mpegps" | "flv" | "ogg" | "asf" | "mxf";
export interface MediaVideo {
    /** ffprobe's stream index, for `-map 0:n`. */
    readonly index: number;
    /** ffmpeg's codec name: h264, hevc, vp9, av1, prores … */
    readonly codec: string;
    readonly profile: string | undefined;
    readonly pixelFormat: string;
    /** As a viewer sees it: after rotation and sample aspect ratio. */
    readonly width: number;
    readonly height: number;
    readonly codedWidth: number;
    readonly codedHeight: number;
    /** Clockwise degrees that a player turns the picture by: 0, 90, 180 or 270. */
    readonly rotation: number;
    /** The display matrix also mirrors, which not every browser follows. */
    readonly isMirrored: boolean;
    readonly sampleAspectRatio: Rational;
    /** The constant rate, or the mean where `isVariableFrameRate`. */
    readonly frameRate: Rational;
    readonly isVariableFrameRate: boolean;
    /** Frames that are shown, counted in the packets; not what the header claims. */
    readonly frameCount: number;
    /** False where packets carry no presentation time (AVI): such a stream cannot be copied to MP4. */
    readonly hasPresentationTimes: boolean;
    readonly timeBase: Rational;
    /** ffmpeg's transfer name (smpte2084, arib-std-b67, bt709 …) where the stream says it. */
    readonly colorTransfer: string | undefined;
    /** PQ or HLG: needs tone mapping for an ordinary screen. */
    readonly hdr: boolean;
    readonly interlaced: boolean;
}
export interface MediaAudio {
    readonly index: number;
    readonly codec: string;
    readonly profile: string | undefined;
    readonly channels: number;
    readonly sampleRate: number;
    readonly isDefault: boolean;
    /** ISO 639-2 as the container has it; `und` is left out. */
    readonly language?: string;
}
/** What a file is, as measured from its packets. Plain data: it can be stored as JSON. */
export interface MediaProbe {
    readonly container: MediaContainer;
    /** From the first to the end of the last packet of the video and the chosen sound. */
    readonly durationMs: number;
    /** Presentation time of the first packet; players call it zero. */
    readonly startMs: number;
    readonly sizeBytes: number;
    /** Mean of the whole file in bits per second. */
    readonly bitRate: number;
    /** A browser can start and seek without the end of the file: MP4 with its index in front, or WebM with duration and cues. */
    readonly fastStart: boolean;
    readonly video: MediaVideo;
    /** Video streams beside the chosen one; cover art does not count. */
    readonly otherVideoStreams: number;
    /** The sound that is played comes first; streams that no decoder knows are left out. */
    readonly audio: readonly MediaAudio[];
    /** Why a part of the file seems to be missing, as a sentence for a person. */
    readonly truncatedHint?: string;
}
