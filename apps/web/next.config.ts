import type { NextConfig } from "next";

const config: NextConfig = {
	reactStrictMode: true,
	poweredByHeader: false,
	typedRoutes: true,
	// Types are a task of their own, for tests too: once is enough.
	typescript: { ignoreBuildErrors: true },
	// On Vercel no front stands before Next: only there does the build take the whole product in.
	env: { NUCLOM_MOUNTED: process.env.VERCEL ? "1" : "" },
	// The front compresses nothing twice, and storage bytes never pass through Next.
	compress: true,
	// Development is opened by either name of this machine.
	allowedDevOrigins: ["127.0.0.1", "localhost"],
};

export default config;
