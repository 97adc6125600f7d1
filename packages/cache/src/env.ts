import { z } from "zod";

/** The seed's name. Without it each process keeps its own memory. */
export const cacheEnv = z.object({
	REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
});
