export { authEnv } from "./env.ts";
export { can, type Permission, type Role, roles } from "./permissions.ts";
export {
	type Auth,
	type AuthConfig,
	type AuthMail,
	createAuth,
	type RateLimit,
	type Session,
	type SocialCredentials,
} from "./server.ts";
