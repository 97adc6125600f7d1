import { preset } from "@nuclom/tooling-tsup";

export default preset({
	index: "src/index.ts",
	"contract/index": "src/contract/index.ts",
	client: "src/client.ts",
});
