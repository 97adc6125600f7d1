import type { MediaAudio } from "../media-probe.ts";
import type { Header, HeaderStream } from "./header.ts";
/** Moving pictures; not cover art, not thumbnails. */
export declare function movingPictures(header: Header): HeaderStream[];
/**
 * The video stream that is played: the default one, else the first.
 * @throws MEDIA_NOT_A_VIDEO where there is none, MEDIA_UNSUPPORTED where no decoder knows it
 */
export declare function chooseVideo(header: Header): HeaderStream;
/** Sound that can be decoded, the one that is played first: the default one, else the first. */
export declare function readAudio(header: Header): MediaAudio[];
