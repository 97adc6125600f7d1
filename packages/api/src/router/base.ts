import { AppError } from "@nuclom/core";
import { implement } from "@orpc/server";
import { type ApiContext, type Caller, serviceContext } from "../context.ts";
import { contract } from "../contract/index.ts";

/** The contract, waiting for its handlers. Who is not signed in learns nothing of what an input should be. */
export const implementer = implement(contract)
	.$context<ApiContext>()
	.use(async ({ context, procedure, next }) => {
		if (procedure["~orpc"].meta.access === "session") await requireCaller(context);
		return next();
	});

/** @throws {AppError} UNAUTHENTICATED */
export async function requireCaller(context: ApiContext): Promise<Caller> {
	const caller = await context.caller();
	if (caller) return caller;
	throw new AppError("UNAUTHENTICATED", "You are not signed in.", {
		hint: "Sign in and try again.",
	});
}

type Verb<Input, Output> = (call: {
	ctx: Awaited<ReturnType<typeof serviceContext>>;
	input: Input;
}) => Promise<Output>;

/** A handler that hands the input to a verb, for the signed-in person. */
export function verb<Input, Output>(run: Verb<Input, Output>) {
	return async ({ context, input }: { context: ApiContext; input: Input }) =>
		run({ ctx: await serviceContext(context), input });
}
