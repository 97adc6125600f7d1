import { createSpeed } from "./speed.ts";
import { formatBytes, formatDuration } from "./words.ts";

export interface ProgressStream {
	readonly isTTY?: boolean | undefined;
	readonly columns?: number | undefined;
	write(text: string): unknown;
}

export interface FileProgress {
	/** Of what an earlier run had sent. */
	keep(bytes: number): void;
	add(bytes: number): void;
	/** A line of its own, above the moving one. */
	tell(text: string): void;
	end(): void;
}

interface Options {
	readonly stream: ProgressStream;
	readonly name: string;
	readonly sizeBytes: number;
	readonly now?: () => number;
}

const redrawMs = 200;
/** A log is not flooded by an upload of a day. */
const lineMs = 30_000;

/** How far one file is: one line that moves on a terminal, a line now and then elsewhere. */
export function createProgress({ stream, name, sizeBytes, now = Date.now }: Options): FileProgress {
	const isTerminal = stream.isTTY === true;
	const speed = createSpeed(now);
	let done = 0;
	let shownAtMs = now();
	let isShown = false;

	function describe(): string {
		const percent = sizeBytes === 0 ? 0 : Math.floor((done / sizeBytes) * 100);
		const rate = speed.bytesPerSecond();
		const moving = [`${formatBytes(rate)}/s`, `${formatDuration((sizeBytes - done) / rate)} left`];
		const amount = `${formatBytes(done)} of ${formatBytes(sizeBytes)}`;
		return [`${name}  ${percent} %`, amount, ...(rate > 0 ? moving : [])].join("  ");
	}

	function wipe(): void {
		if (isShown) stream.write("\r\u001b[K");
		isShown = false;
	}

	function show(): void {
		shownAtMs = now();
		if (!isTerminal) return void stream.write(`${describe()}\n`);
		wipe();
		stream.write(describe().slice(0, (stream.columns ?? 80) - 1));
		isShown = true;
	}

	function move(bytes: number): void {
		done += bytes;
		if (now() - shownAtMs >= (isTerminal ? redrawMs : lineMs)) show();
	}

	return {
		keep(bytes) {
			move(bytes);
			speed.add(0);
		},
		add(bytes) {
			speed.add(bytes);
			move(bytes);
		},
		tell(text) {
			wipe();
			stream.write(`${text}\n`);
		},
		end: wipe,
	};
}
