import type { FileLayout } from "../layout/file-layout.ts";
import type { MediaContainer } from "../media-probe.ts";
/** ffprobe names families ("mov,mp4,m4a,3gp,3g2,mj2"); the file's own brand tells them apart. */
export declare function readContainer(formatName: string, layout: FileLayout): MediaContainer | undefined;
