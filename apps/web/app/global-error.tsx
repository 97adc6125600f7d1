"use client";

import { ErrorPage } from "@/components/system/error-page.tsx";
import "./globals.css";

interface GlobalErrorProps {
	readonly error: unknown;
}

/** When even the root layout failed: its own document, in the system's colors and fonts. */
export default function GlobalError({ error }: GlobalErrorProps) {
	return (
		<html lang="en">
			<body>
				<title>Something went wrong · Nuclom</title>
				<ErrorPage error={error} onRetry={() => window.location.reload()} />
			</body>
		</html>
	);
}
