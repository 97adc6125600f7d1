"use client";

import { ErrorMessage } from "@/components/system/error-message.tsx";
import { SystemPage } from "@/components/system/system-page.tsx";
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
				<SystemPage>
					<ErrorMessage error={error} onRetry={() => window.location.reload()} />
				</SystemPage>
			</body>
		</html>
	);
}
