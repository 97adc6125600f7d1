import { healthRoute } from "@/server/mounts/health-route.ts";

export const dynamic = "force-dynamic";
export const GET = healthRoute("ready");
