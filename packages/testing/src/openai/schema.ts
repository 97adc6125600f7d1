import { invalidRequest } from "./api-error.ts";

/** The part of JSON Schema that structured outputs accept. */
export interface JsonSchema {
	readonly type?: string | readonly string[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: unknown;
	readonly items?: JsonSchema;
	readonly anyOf?: readonly JsonSchema[];
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly maxLength?: number;
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The schema that a reference into `$defs` of the root stands for; any other schema is itself. */
export function dereference(schema: JsonSchema, root: JsonSchema): JsonSchema {
	const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? "")?.[1];
	return name === undefined ? schema : (root.$defs?.[name] ?? {});
}

/**
 * Refuses what OpenAI refuses in strict mode: an object must forbid other properties and require every one that it
 * names (https://platform.openai.com/docs/guides/structured-outputs).
 */
export function requireStrict(schema: JsonSchema, path = "schema"): void {
	const fail = (what: string) => {
		const message = `Invalid schema for response_format: In context=${path}, ${what}`;
		throw invalidRequest(message, "text.format.schema");
	};
	if (schema.properties) {
		if (schema.additionalProperties !== false) fail("'additionalProperties' must be false.");
		for (const [name, child] of Object.entries(schema.properties)) {
			if (!schema.required?.includes(name)) fail(`'required' must name every property: ${name}.`);
			requireStrict(child, `${path}.${name}`);
		}
	}
	if (schema.items) requireStrict(schema.items, `${path}[]`);
	for (const option of schema.anyOf ?? []) requireStrict(option, path);
	for (const [name, child] of Object.entries(schema.$defs ?? {})) requireStrict(child, name);
}
