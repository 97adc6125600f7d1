/** What the demo shows; sources and licenses are in demo/CREDITS.md. */
export const demoOrganization = { name: "Northlight Studio", slug: "northlight" };

interface DemoComment {
	readonly by: "ada" | "grace";
	readonly startMs: number;
	readonly endMs?: number;
	readonly body: string;
	readonly replies?: ReadonlyArray<{ readonly by: "ada" | "grace"; readonly body: string }>;
}

export interface DemoVideo {
	readonly file: string;
	readonly title: string;
	readonly description: string;
	readonly comments: readonly DemoComment[];
	/** Heard and timed by ear and by ffmpeg's silencedetect. */
	readonly cues?: ReadonlyArray<{ startMs: number; endMs: number; text: string }>;
}

export const demoVideos: readonly DemoVideo[] = [
	{
		file: "big-buck-bunny.mp4",
		title: "Big Buck Bunny, held upright",
		description: "Real footage from a phone held upright: its rotation is in the metadata.",
		comments: [
			{
				by: "grace",
				startMs: 500,
				body: "Does the portrait framing survive the upload?",
				replies: [{ by: "ada", body: "It does. The size shown is the turned one." }],
			},
			{ by: "ada", startMs: 1400, body: "This is the frame for the poster." },
		],
	},
	{
		file: "inaugural-address.mp4",
		title: "Inaugural address, 1961",
		description: "Eleven seconds of President Kennedy, with a transcript to jump by.",
		comments: [
			{
				by: "grace",
				startMs: 2300,
				endMs: 3300,
				body: "Keep this pause. It does half of the work.",
				replies: [
					{ by: "ada", body: "Agreed, I was about to cut it." },
					{ by: "grace", body: "Then I am glad that you asked." },
				],
			},
			{ by: "ada", startMs: 8070, body: "The chapter for the second half starts here." },
		],
		cues: [
			{ startMs: 330, endMs: 2290, text: "And so, my fellow Americans:" },
			{ startMs: 3290, endMs: 7670, text: "ask not what your country can do for you," },
			{ startMs: 8070, endMs: 10460, text: "ask what you can do for your country." },
		],
	},
];
