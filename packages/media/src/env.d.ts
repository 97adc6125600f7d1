import { z } from "zod";
/** The variables of this package. Reads nothing: platform passes process.env in. */
export declare const mediaEnv: z.ZodObject<{
    FFMPEG_PATH: z.ZodOptional<z.ZodString>;
    FFPROBE_PATH: z.ZodOptional<z.ZodString>;
    MEDIA_SCRATCH_PATH: z.ZodOptional<z.ZodString>;
    MEDIA_THREADS: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    PATH: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
