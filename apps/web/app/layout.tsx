import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { UpdateHint } from "@/components/system/update-hint";
import { ToastHost } from "@/components/ui/toast-host";
import { parseTheme, themeCookie } from "@/lib/theme/theme";
import "./globals.css";

const sans = localFont({
	src: "../fonts/geist-latin.woff2",
	weight: "100 900",
	variable: "--font-geist",
});
const mono = localFont({
	src: "../fonts/geist-mono-latin.woff2",
	weight: "100 900",
	variable: "--font-geist-mono",
	preload: false,
});

export const metadata: Metadata = {
	title: { default: "Nuclom", template: "%s · Nuclom" },
	description: "Look at a video together.",
	robots: { index: false },
};

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f8f9fb" },
		{ media: "(prefers-color-scheme: dark)", color: "#0f1114" },
	],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
	// Every page is rendered per request, because the policy's nonce is per request.
	await connection();
	const theme = parseTheme((await cookies()).get(themeCookie)?.value);
	return (
		<html lang="en" data-theme={theme} className={`${sans.variable} ${mono.variable}`}>
			<body>
				{children}
				<ToastHost />
				<UpdateHint />
			</body>
		</html>
	);
}
