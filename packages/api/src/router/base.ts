import { implement } from "@orpc/server";
import { type ApiContext, serviceContext } from "../context.ts";
import { contract } from "../contract/index.ts";

/** The contract, waiting for its handlers. */
export const implementer = implement(contract).$context<ApiContext>();

type Verb<Input, Output> = (call: {
	ctx: Awaited<ReturnType<typeof serviceContext>>;
	input: Input;
}) => Promise<Output>;

/** A handler that hands the input to a verb, for the signed-in person. */
export function verb<Input, Output>(run: Verb<Input, Output>) {
	return async ({ context, input }: { context: ApiContext; input: Input }) =>
		run({ ctx: await serviceContext(context), input });
}
