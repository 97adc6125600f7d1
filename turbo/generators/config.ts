import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of plop's API that are used here; its own types would be one more dependency. */
interface Plop {
	setGenerator(name: string, generator: object): void;
	setHelper(name: string, helper: (value: string) => string): void;
	getDestBasePath(): string;
}

const files = [
	"README.md",
	"package.json",
	"tsconfig.build.json",
	"tsconfig.json",
	"tsup.config.ts",
	"turbo.json",
	"vitest.config.ts",
	"src/index.ts",
	"src/greeting.ts",
	"src/greeting.test.ts",
];

const nameRule = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function checkName(name: string): true | string {
	return (
		nameRule.test(name) || "Lower case letters, digits and single hyphens, such as search-index."
	);
}

/** `pnpm new:package`: a package with the same files and scripts as all the others. */
export default function generator(plop: Plop): void {
	plop.setHelper("json", (value) => JSON.stringify(value));
	plop.setGenerator("package", {
		description: "A new room: packages/<name>",
		prompts: [
			{ type: "input", name: "name", message: "Name, without @nuclom/:", validate: checkName },
			{ type: "input", name: "description", message: "What it is, in one sentence:" },
			{
				type: "list",
				name: "floor",
				message: "Floor (docs/decisions.md):",
				choices: ["adapter", "domain", "edge"],
			},
		],
		actions: [
			...files.map((file) => ({
				type: "add",
				path: `packages/{{name}}/${file}`,
				templateFile: `templates/${file}.hbs`,
			})),
			(answers: { name: string }) => {
				const manifest = join(plop.getDestBasePath(), "packages", answers.name, "package.json");
				JSON.parse(readFileSync(manifest, "utf8"));
				return `Now: pnpm install && pnpm --filter @nuclom/${answers.name} test`;
			},
		],
	});
}
