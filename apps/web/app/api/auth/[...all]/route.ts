import { authRoute } from "@/server/mounts/auth-route.ts";

export const dynamic = "force-dynamic";
export { authRoute as GET, authRoute as POST };
