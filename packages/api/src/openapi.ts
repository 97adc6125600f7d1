import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { contract } from "./contract/index.ts";

type Document = Awaited<ReturnType<OpenAPIGenerator["generate"]>>;

let document: Promise<Document> | undefined;

/** The OpenAPI 3.1 document of the contract; made once per process. */
export function openApiDocument(): Promise<Document> {
	document ??= new OpenAPIGenerator({
		schemaConverters: [new ZodToJsonSchemaConverter()],
	}).generate(contract, {
		info: {
			title: "Nuclom",
			version: "1",
			description:
				"Errors are `{ code, message, data: { hint, requestId } }`. Outside an organization everything is 404.",
		},
		servers: [{ url: "/api" }],
		components: {
			securitySchemes: {
				apiKey: {
					type: "http",
					scheme: "bearer",
					description: "Made in the settings; begins with nuclom_.",
				},
				sessionCookie: { type: "apiKey", in: "cookie", name: "nuclom.session_token" },
			},
		},
	});
	return document;
}
