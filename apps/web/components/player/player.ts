import {
	type FrameRate,
	frameAt,
	frameMiddleSeconds,
	type Moment,
	momentAt,
	secondsOf,
} from "./frame.ts";

export interface PlayerSnapshot {
	readonly isPlaying: boolean;
	/** Wants to play and has nothing to show yet. */
	readonly isWaiting: boolean;
	readonly hasEnded: boolean;
	readonly currentMs: number;
	readonly durationMs: number;
	readonly bufferedMs: number;
	readonly rate: number;
	readonly volume: number;
	readonly isMuted: boolean;
	/** MediaError.code of what stopped it. */
	readonly errorCode: number | null;
	/** There is a picture to control. */
	readonly isAttached: boolean;
	/** Nobody has played or sought yet. */
	readonly isFresh: boolean;
}

export interface Player {
	readonly snapshot: () => PlayerSnapshot;
	readonly subscribe: (listener: () => void) => () => void;
	/** @returns detaches; where it was is kept for the next element. */
	readonly attach: (video: HTMLVideoElement) => () => void;
	readonly play: () => void;
	readonly pause: () => void;
	readonly toggle: () => void;
	readonly seek: (moment: Moment) => void;
	readonly seekBy: (ms: number) => void;
	readonly stepFrames: (count: number) => void;
	readonly changeRate: (step: 1 | -1) => void;
	readonly setRate: (rate: number) => void;
	readonly setVolume: (volume: number) => void;
	readonly toggleMute: () => void;
	/** The frame that is shown, as a comment would keep it. */
	readonly moment: () => Moment;
}

export const rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** Where frames are not evenly spaced, a step of this length is a good guess. */
const guessedFrameSeconds = 1 / 30;

/** Values of `readyState`, as the HTML standard numbers them. */
const haveMetadata = 1;
const haveFutureData = 3;

const mediaEvents = [
	"play",
	"pause",
	"ended",
	"waiting",
	"playing",
	"canplay",
	"seeking",
	"seeked",
	"timeupdate",
	"durationchange",
	"loadedmetadata",
	"progress",
	"ratechange",
	"volumechange",
	"error",
	"emptied",
] as const;

export interface PlayerOptions {
	/** Known from the server before the picture is there; 0 when not. */
	readonly durationMs: number;
	readonly rate: FrameRate | null;
	readonly startMs?: number | undefined;
}

/**
 * What plays, apart from the element that plays it: the element may come late (still processing),
 * go, and come back with another address, and the time stays.
 */
export function createPlayer(options: PlayerOptions): Player {
	const { rate } = options;
	const listeners = new Set<() => void>();
	let video: HTMLVideoElement | null = null;
	let pendingSeconds: number | null = options.startMs
		? secondsOf({ startMs: options.startMs }, rate)
		: null;
	let wasPlaying = false;
	let state: PlayerSnapshot = {
		isPlaying: false,
		isWaiting: false,
		hasEnded: false,
		currentMs: options.startMs ?? 0,
		durationMs: options.durationMs,
		bufferedMs: 0,
		rate: 1,
		volume: 1,
		isMuted: false,
		errorCode: null,
		isAttached: false,
		isFresh: true,
	};

	const set = (change: Partial<PlayerSnapshot>) => {
		state = { ...state, ...change };
		for (const notify of listeners) notify();
	};
	const read = () => video && set(readVideo(video, pendingSeconds, state.durationMs));
	const seconds = () => pendingSeconds ?? video?.currentTime ?? state.currentMs / 1000;

	const seekSeconds = (target: number) => {
		const end = state.durationMs > 0 ? state.durationMs / 1000 : Number.POSITIVE_INFINITY;
		const clamped = Math.max(0, Math.min(target, end));
		if (video && video.readyState >= haveMetadata) video.currentTime = clamped;
		else pendingSeconds = clamped;
		set({ currentMs: clamped * 1000, hasEnded: false, isFresh: false });
	};
	const play = () => {
		set({ isFresh: false });
		// Refused when the browser wants a gesture first; the button stays what it was.
		void video?.play().catch(read);
	};
	/** Where the element before this one stopped, or where the link says. */
	const goOn = (element: HTMLVideoElement) => {
		if (pendingSeconds) element.currentTime = pendingSeconds;
		pendingSeconds = null;
		if (wasPlaying) play();
		wasPlaying = false;
	};
	const setRate = (next: number) => {
		if (video) video.playbackRate = next;
		set({ rate: next });
	};

	return {
		snapshot: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		attach(element) {
			video = element;
			// Loading resets the rate to the default one.
			element.defaultPlaybackRate = state.rate;
			element.playbackRate = state.rate;
			const stopFrames = onEachFrame(element, read);
			const onEvent = (event: Event) => {
				if (event.type === "loadedmetadata") goOn(element);
				read();
			};
			for (const name of mediaEvents) element.addEventListener(name, onEvent);
			set({ isAttached: true });
			// A server-rendered element may have loaded, or failed, before this script ran.
			if (element.readyState >= haveMetadata) goOn(element);
			read();
			return () => {
				stopFrames();
				for (const name of mediaEvents) element.removeEventListener(name, onEvent);
				pendingSeconds = seconds();
				wasPlaying = state.isPlaying;
				video = null;
				set({ isAttached: false, isPlaying: false, isWaiting: false });
			};
		},
		play,
		pause: () => video?.pause(),
		toggle: () => (video?.paused === false ? video.pause() : play()),
		seek: (moment) => seekSeconds(secondsOf(moment, rate)),
		seekBy: (ms) => seekSeconds(seconds() + ms / 1000),
		stepFrames(count) {
			video?.pause();
			seekSeconds(
				rate
					? frameMiddleSeconds(Math.max(0, frameAt(seconds(), rate) + count), rate)
					: seconds() + count * guessedFrameSeconds,
			);
		},
		changeRate(step) {
			const index = rates.findIndex((candidate) => candidate >= state.rate);
			setRate(rates[Math.max(0, Math.min(rates.length - 1, index + step))] ?? 1);
		},
		setRate,
		setVolume(volume) {
			if (!video) return;
			video.volume = Math.max(0, Math.min(1, volume));
			video.muted = volume <= 0;
		},
		toggleMute() {
			if (video) video.muted = !video.muted;
		},
		moment: () => momentAt(seconds(), rate),
	};
}

function readVideo(
	video: HTMLVideoElement,
	pendingSeconds: number | null,
	knownDurationMs: number,
): Partial<PlayerSnapshot> {
	const isPlaying = !video.paused && !video.ended;
	const seconds = pendingSeconds ?? video.currentTime;
	return {
		isPlaying,
		isWaiting: isPlaying && video.readyState < haveFutureData,
		hasEnded: video.ended,
		currentMs: seconds * 1000,
		durationMs: Number.isFinite(video.duration)
			? Math.round(video.duration * 1000)
			: knownDurationMs,
		bufferedMs: bufferedAround(video, seconds) * 1000,
		rate: video.playbackRate,
		volume: video.volume,
		isMuted: video.muted,
		errorCode: video.error?.code ?? null,
	};
}

function bufferedAround({ buffered }: HTMLVideoElement, seconds: number): number {
	for (let index = 0; index < buffered.length; index += 1) {
		if (buffered.start(index) <= seconds + 0.1 && seconds <= buffered.end(index)) {
			return buffered.end(index);
		}
	}
	return 0;
}

/** `timeupdate` comes four times a second: a playhead wants every frame, but only while it moves. */
function onEachFrame(video: HTMLVideoElement, run: () => void): () => void {
	let handle = 0;
	const tick = () => {
		run();
		handle = video.paused ? 0 : requestAnimationFrame(tick);
	};
	const start = () => {
		handle ||= requestAnimationFrame(tick);
	};
	video.addEventListener("play", start);
	return () => {
		cancelAnimationFrame(handle);
		video.removeEventListener("play", start);
	};
}
