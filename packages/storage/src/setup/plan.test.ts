import type { CORSRule, LifecycleRule } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import type { DiffLine } from "./diff.ts";
import { planCors, planLifecycle } from "./plan.ts";
import { wantedCors, wantedLifecycle } from "./wanted.ts";

const origins = ["https://nuclom.example.com"];
const [ours] = wantedCors(origins) as [CORSRule];
const [abort] = wantedLifecycle() as [LifecycleRule];
const theirs: CORSRule = { ID: "shop", AllowedOrigins: ["*"], AllowedMethods: ["GET"] };
const text = (diff: readonly DiffLine[]) => diff.map((line) => `${line.sign} ${line.text}`);

describe("CORS", () => {
	it("is the same whatever the order and case of what it lists", () => {
		const found = {
			...ours,
			AllowedMethods: ["PUT", "GET", "HEAD"],
			ExposeHeaders: ["content-range", "etag"],
		};
		expect(planCors([found], [ours]).isDifferent).toBe(false);
	});

	it("is recognized in a store that keeps no ids", () => {
		const { ID: _, ...nameless } = ours;
		expect(planCors([nameless], [ours]).isDifferent).toBe(false);
	});

	it("keeps a foreign rule behind ours, and says so when nothing but the order changes", () => {
		const { isDifferent, after, diff } = planCors([theirs, ours], [ours]);
		expect(isDifferent).toBe(true);
		expect(after).toEqual([ours, theirs]);
		expect(text(diff)).toEqual([
			"  nuclom-browser  (stays)",
			"  shop  (stays)",
			"+ in this order: nuclom-browser, shop",
		]);
	});

	it("shows of a changed rule what goes, what comes and what stays", () => {
		const old = { ...ours, AllowedOrigins: ["https://old.example"], ExposeHeaders: undefined };
		expect(text(planCors([old], [ours]).diff)).toEqual([
			"  nuclom-browser",
			"    AllowedHeaders: content-md5, content-type, range",
			"    AllowedMethods: GET, HEAD, PUT",
			"-   AllowedOrigins: https://old.example",
			"+   AllowedOrigins: https://nuclom.example.com",
			"+   ExposeHeaders: Content-Range, ETag",
			"    MaxAgeSeconds: 3600",
		]);
	});

	it("drops a rule of ours that is wanted no more", () => {
		const former = { ...theirs, ID: "nuclom-former" };
		const { after, diff } = planCors([ours, former], [ours]);
		expect(after).toEqual([ours]);
		expect(text(diff)).toContain("- nuclom-former");
	});
});

describe("lifecycle", () => {
	const rule = (more: Partial<LifecycleRule>): LifecycleRule => ({
		ID: "theirs",
		Status: "Enabled",
		Filter: { Prefix: "" },
		...more,
	});
	const days = (DaysAfterInitiation: number) => ({
		AbortIncompleteMultipartUpload: { DaysAfterInitiation },
	});

	it.each<[string, Partial<LifecycleRule>]>([
		["deletes", { Expiration: { Days: 30 } }],
		["deletes", { Expiration: { Date: new Date("2030-01-01") }, Filter: { Prefix: "videos/" } }],
		["deletes", { Expiration: { Days: 30 }, Filter: { Prefix: "videos/01" } }],
		["deletes", { Expiration: { Days: 30 }, Filter: { Prefix: "vid" } }],
		["gives up uploads after 3 days", days(3)],
		["GLACIER", { Transitions: [{ Days: 1, StorageClass: "GLACIER" }] }],
	])("a rule that %s conflicts: %j", (reason, more) => {
		const { conflicts, lifecycle } = planLifecycle([rule(more)], [abort]);
		expect(conflicts).toEqual([{ id: "theirs", reason: expect.stringContaining(reason) }]);
		expect(lifecycle.after).toEqual([abort]);
		expect(text(lifecycle.diff)).toContain("- theirs");
	});

	it.each<Partial<LifecycleRule>>([
		{ Status: "Disabled", Expiration: { Days: 30 } },
		{ Expiration: { Days: 30 }, Filter: { Prefix: "logs/" } },
		{ Expiration: { Days: 30 }, Filter: { Tag: { Key: "a", Value: "b" } } },
		{ Expiration: { ExpiredObjectDeleteMarker: true } },
		{ Transitions: [{ Days: 30, StorageClass: "STANDARD_IA" }] },
		{ NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
		days(30),
	])("a rule does not conflict, and stays: %j", (more) => {
		const { conflicts, lifecycle } = planLifecycle([rule(more)], [abort]);
		expect(conflicts).toEqual([]);
		expect(lifecycle.after).toEqual([rule(more), abort]);
	});

	it("leaves R2's own rule, which does the same, alone", () => {
		const own = rule({ ID: "Default Multipart Abort Rule", ...days(7) });
		expect(planLifecycle([own], [abort])).toMatchObject({
			conflicts: [],
			lifecycle: { isDifferent: false, after: [own] },
		});
		expect(planLifecycle([own, abort], [abort]).lifecycle.isDifferent).toBe(false);
	});

	it("changes its own rule back when somebody changed it", () => {
		const { conflicts, lifecycle } = planLifecycle([{ ...abort, ...days(1) }], [abort]);
		expect(conflicts).toEqual([]);
		expect(lifecycle.after).toEqual([abort]);
		expect(text(lifecycle.diff)).toEqual([
			"  nuclom-abort-unfinished-uploads",
			"-   AbortIncompleteMultipartUpload.DaysAfterInitiation: 1",
			"+   AbortIncompleteMultipartUpload.DaysAfterInitiation: 7",
			'    Filter.Prefix: ""',
			"    Status: Enabled",
		]);
	});
});
