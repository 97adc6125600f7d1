import { describe, expect, it } from "vitest";
import { queryName } from "./observe-queries.ts";

describe("queryName", () => {
	it.each([
		['select "id", "name" from "users" where "id" = $1', "select users"],
		['insert into "videos" ("id") values ($1)', "insert videos"],
		['update "video_versions" set "status" = $1', "update video_versions"],
		['delete from "comments" where "id" = $1', "delete comments"],
		["select 1", "select"],
		["listen nuclom_events", "other"],
	])("%s → %s", (text, name) => {
		expect(queryName(text)).toBe(name);
	});

	it("never contains a value", () => {
		expect(queryName("select * from users where email = 'a@b.example'")).toBe("select users");
	});
});
