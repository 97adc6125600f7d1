import type { NextConfig } from "next";

const config: NextConfig = {
	reactStrictMode: true,
	poweredByHeader: false,
	typedRoutes: true,
	// Loaded by Node, not bundled: they spawn programs, and the front shares their one copy.
	serverExternalPackages: ["@nuclom/platform", "@nuclom/api", "@nuclom/media", "execa"],
	// The front compresses nothing twice, and storage bytes never pass through Next.
	compress: true,
	// Development is opened by either name of this machine.
	allowedDevOrigins: ["127.0.0.1", "localhost"],
};

export default config;
