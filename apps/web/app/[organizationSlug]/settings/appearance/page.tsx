import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ThemeSetting } from "@/components/settings/theme-setting.tsx";
import { parseTheme, themeCookie } from "@/lib/theme/theme.ts";

export const metadata: Metadata = { title: "Appearance" };

export default async function Page() {
	return <ThemeSetting theme={parseTheme((await cookies()).get(themeCookie)?.value)} />;
}
