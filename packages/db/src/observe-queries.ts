import type postgres from "postgres";

/** `name` is bounded: the statement's kind and its first table, such as "select videos". */
export type QueryObserver = (query: { name: string; durationMs: number }) => void;

const shape =
	/^\s*(?:(?:with\b[\s\S]*?\)\s*)?)(select|insert into|update|delete from)\b(?:[\s\S]*?\bfrom\b)?\s*"?([a-z_]+)?/i;

/** A metric label for a statement, without any value in it. */
export function queryName(text: string): string {
	const match = shape.exec(text);
	const kind = match?.[1]?.split(" ")[0]?.toLowerCase() ?? "other";
	const table = match?.[2]?.toLowerCase();
	return table ? `${kind} ${table}` : kind;
}

interface Settling {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

/**
 * The same client, timing each statement from its issue to its answer.
 * postgres.js settles a query through its own `resolve` and `reject` (src/query.js, 3.4):
 * wrapping those does not start a lazy query, as `then` would.
 */
export function observeQueries<T extends postgres.Sql>(client: T, observe: QueryObserver): T {
	const unsafe = (target: T) =>
		((text: string, ...rest: unknown[]) => {
			const query = Reflect.apply(target.unsafe, target, [text, ...rest]) as object & Settling;
			const startedAt = performance.now();
			const done = () =>
				observe({ name: queryName(text), durationMs: performance.now() - startedAt });
			const { resolve, reject } = query;
			query.resolve = (value) => {
				done();
				resolve(value);
			};
			query.reject = (error) => {
				done();
				reject(error);
			};
			return query;
		}) as unknown as T["unsafe"];

	return new Proxy(client, {
		get(target, property, receiver) {
			if (property === "unsafe") return unsafe(target);
			if (property !== "begin" && property !== "savepoint") {
				return Reflect.get(target, property, receiver);
			}
			const scope = Reflect.get(target, property) as (...args: unknown[]) => unknown;
			return (...args: unknown[]) => {
				const work = args.pop() as (inner: T) => unknown;
				return Reflect.apply(scope, target, [
					...args,
					(inner: T) => work(observeQueries(inner, observe)),
				]);
			};
		},
	});
}
