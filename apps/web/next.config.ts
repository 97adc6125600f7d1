import type { NextConfig } from "next";

const config: NextConfig = {
	reactStrictMode: true,
	poweredByHeader: false,
	typedRoutes: true,
	// The front compresses nothing twice, and storage bytes never pass through Next.
	compress: true,
	// Development is opened by either name of this machine.
	allowedDevOrigins: ["127.0.0.1", "localhost"],
};

export default config;
