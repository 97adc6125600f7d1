import { addAbortSignal, type Readable } from "node:stream";

/**
 * Readies an object's stream for its reader. Until somebody reads, a broken connection or an abort must not end the
 * process as an unheard error; the reader hears of it when it begins.
 */
export function handOver<T extends Readable>(stream: T, signal: AbortSignal | undefined): T {
	stream.on("error", () => {});
	return signal ? addAbortSignal(signal, stream) : stream;
}
