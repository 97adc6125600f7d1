import { apiRoute } from "@/server/mounts/api-route.ts";

export const dynamic = "force-dynamic";
export { apiRoute as DELETE, apiRoute as GET, apiRoute as PATCH, apiRoute as POST };
