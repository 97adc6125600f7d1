import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { takeOut } from "./take-out.ts";

it("takes a video out of every list under the key, and leaves the pages' order and cursors", () => {
	const queries = new QueryClient();
	const page = (nextCursor: string | null, ...ids: string[]) => ({
		items: ids.map((id) => ({ id })),
		nextCursor,
	});
	const pages = [page("b", "a", "b"), page(null, "c")];
	queries.setQueryData(["list", 24], { pages, pageParams: [undefined, "b"] });
	queries.setQueryData(["list", 50], { pages: [page(null, "b")], pageParams: [undefined] });
	queries.setQueryData(["other"], { pages, pageParams: [] });

	takeOut(queries, ["list"], "b");

	expect(queries.getQueryData(["list", 24])).toEqual({
		pages: [page("b", "a"), page(null, "c")],
		pageParams: [undefined, "b"],
	});
	expect(queries.getQueryData(["list", 50])).toMatchObject({ pages: [page(null)] });
	expect(queries.getQueryData(["other"])).toMatchObject({ pages });
});
