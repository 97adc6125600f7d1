import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { md5Worker } from "./md5-worker.ts";

interface FileSection {
	/** An open file; it must stay open until the answer is there. */
	readonly fd: number;
	readonly start: number;
	readonly sizeBytes: number;
}

export interface Hasher {
	/** MD5 in hex of what the file holds there. */
	md5(section: FileSection): Promise<string>;
	close(): Promise<void>;
}

interface Answer {
	readonly id: number;
	readonly md5?: string;
	readonly error?: unknown;
}

type Waiting = Map<number, PromiseWithResolvers<string>>;

interface Thread {
	readonly worker: Worker;
	readonly waiting: Waiting;
}

function startThread(onEnd: (thread: Thread) => void): Thread {
	const worker = new Worker(md5Worker, { eval: true });
	const waiting: Waiting = new Map();
	const thread = { worker, waiting };
	const end = (error: unknown) => {
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
		onEnd(thread);
	};
	worker.on("message", ({ id, md5, error }: Answer) => {
		const task = waiting.get(id);
		waiting.delete(id);
		// A thread without work does not keep the process alive.
		if (waiting.size === 0) worker.unref();
		if (md5 === undefined) task?.reject(error);
		else task?.resolve(md5);
	});
	worker.on("error", end);
	worker.on("exit", () => end(new Error("The hashing thread has ended.")));
	return thread;
}

/**
 * MD5 beside the thread that serves. MD5 runs at some 650 MiB/s: on the serving thread it would take half of an
 * upload's time, here it overlaps with the next parts' arrival. It reads what was just written back from the page
 * cache, which costs less than handing every chunk over, and proves what the file really holds.
 */
export function createHasher(): Hasher {
	const threads = new Set<Thread>();
	const most = Math.max(1, Math.min(2, availableParallelism() - 1));
	let lastId = 0;

	function idlest(): Thread {
		const [best] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
		if (best && (best.waiting.size === 0 || threads.size >= most)) return best;
		const thread = startThread((ended) => threads.delete(ended));
		threads.add(thread);
		return thread;
	}

	return {
		md5(section) {
			const { worker, waiting } = idlest();
			const task = Promise.withResolvers<string>();
			const id = ++lastId;
			waiting.set(id, task);
			worker.ref();
			worker.postMessage({ id, ...section });
			return task.promise;
		},
		async close() {
			await Promise.all([...threads].map(({ worker }) => worker.terminate()));
		},
	};
}
