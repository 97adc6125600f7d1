import { waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	createEventHub,
	createUpload,
	type EventHub,
	type HubMessage,
	latestSeq,
	missedEvents,
	organizationsOf,
	updateVideo,
} from "../src/index.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
let hub: EventHub;
beforeAll(async () => {
	world = await createWorld();
	hub = createEventHub(world.deps);
});
afterAll(async () => {
	await hub.close();
	await world.close();
});

async function makeVideo() {
	const team = await world.organization();
	const { organizationId, owner } = team;
	const input = { organizationId, fileName: "clip.mp4", sizeBytes: 9 };
	return { ...team, ...(await createUpload({ ctx: owner, input })) };
}

describe("events", () => {
	it("reach every listener of the process once committed, with id, order and position", async () => {
		await hub.start();
		const heard: HubMessage[] = [];
		const stop = hub.subscribe((message) => heard.push(message));
		const { organizationId, videoId, owner } = await makeVideo();
		const input = { organizationId, videoId, title: "New title" };
		await updateVideo({ ctx: owner, input });
		const failing = updateVideo({ ctx: owner, input: { organizationId, videoId, title: "" } });
		await expect(failing).rejects.toMatchObject({ code: "INPUT_INVALID" });
		const mine = () =>
			heard.flatMap((message) =>
				message.kind === "event" && message.event.organizationId === organizationId
					? [message.event]
					: [],
			);
		await waitFor(() => mine().length === 2);
		stop();
		expect(mine().map(({ type, id }) => [type, id])).toEqual([
			["video.created", videoId],
			["video.updated", videoId],
		]);
		const [first, second] = mine();
		expect(second?.seq).toBeGreaterThan(first?.seq ?? Number.POSITIVE_INFINITY);
		expect(first?.lsn).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
	});

	it("can be caught up with by their number, in one's own organizations only", async () => {
		const before = await latestSeq(world.deps.database);
		const one = await makeVideo();
		const two = await makeVideo();
		const { database } = world.deps;
		const mine = await organizationsOf(database, one.owner.userId);
		const missed = await missedEvents(database, mine, before);
		expect(missed?.map(({ id }) => id)).toContain(one.videoId);
		expect(missed?.map(({ id }) => id)).not.toContain(two.videoId);
		expect(await missedEvents(database, [], before)).toEqual([]);
	});
});
