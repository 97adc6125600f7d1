import { streamItemSchema } from "@nuclom/services/schemas";
import { eventIterator } from "@orpc/contract";
import { authenticated } from "./base.ts";

export const events = {
	stream: authenticated({
		method: "GET",
		path: "/v1/events",
		operationId: "events.stream",
		summary: "Server-sent events of all your organizations; resumes by Last-Event-ID",
		tag: "Events",
	}).output(eventIterator(streamItemSchema)),
};
