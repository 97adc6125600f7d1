import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

// What is said in the demo's recording, and the notes that a person made of it: a picture of the
// pages needs words worth reading, and no model is asked for them.
const speech =
	"And so, my fellow Americans: ask not what your country can do for you, ask what you can do for your country.";
/** Between two seconds of sound and eleven, in the form that the product sends. */
const quietBytes = 100_000;
const notes = {
	summary:
		"The closing appeal of the address: citizens are asked to turn the question of what they are owed into what they can give.",
	chapters: [
		{ cue: 0, title: "To his fellow Americans", summary: null },
		{ cue: 1, title: "Ask not", summary: "The question is turned around." },
	],
	actionItems: [{ cue: 1, text: "Ask what you can do for your country.", assignee: null }],
};

function notesFor(prompt) {
	const last = Math.max(
		0,
		...[...prompt.matchAll(/^\[(\d+)\]/gm)].map((match) => Number(match[1])),
	);
	const place = (item) => ({ ...item, cue: Math.min(item.cue, last) });
	return {
		...notes,
		chapters: last > 0 ? notes.chapters.map(place) : notes.chapters.slice(0, 1),
		actionItems: notes.actionItems.map(place),
	};
}

async function transcriptionOf(request) {
	const headers = { "content-type": request.headers["content-type"] };
	const form = await new Response(await buffer(request), { headers }).formData();
	// The other recording of the demo has wind in it, and is a fifth as long.
	return { text: form.get("file").size > quietBytes ? speech : "" };
}

async function notesOf(request) {
	const body = JSON.parse((await buffer(request)).toString());
	const text = JSON.stringify(notesFor(JSON.stringify(body.input).replaceAll("\\n", "\n")));
	const content = [{ type: "output_text", text, annotations: [] }];
	const message = { id: "msg_1", type: "message", role: "assistant", status: "completed", content };
	const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
	return {
		id: "resp_1",
		object: "response",
		status: "completed",
		model: body.model,
		output: [message],
		usage,
	};
}

/** Speaks as an AI service does, and always says the same. */
export async function startDemoAi() {
	const server = createServer(async (request, response) => {
		const isSpeech = request.url.endsWith("/audio/transcriptions");
		const answer = isSpeech ? await transcriptionOf(request) : await notesOf(request);
		response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const baseUrl = `http://127.0.0.1:${server.address().port}/v1`;
	return { baseUrl, close: () => server.close() };
}
