import { getPlatform } from "@nuclom/platform";
import { withContext } from "./with-context.ts";

/** Answers /api/auth/*. */
export function authRoute(request: Request): Promise<Response> {
	return withContext(request, () => getPlatform().auth.handler(request));
}
