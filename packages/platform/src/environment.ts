/** Where variables come from: process.env, or an object in a test. */
export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

/** The variables of this process. The only place of the product that reads process.env. */
export function processEnvironment(): EnvironmentSource {
	return process.env;
}
