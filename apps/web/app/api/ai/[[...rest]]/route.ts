import { apiRoute } from "@/server/mounts/api-route.ts";

export const dynamic = "force-dynamic";
export { apiRoute as GET, apiRoute as POST };
