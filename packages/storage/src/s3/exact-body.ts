import { pipeline, type Readable, Transform } from "node:stream";
import { wrongLength } from "../object-errors.ts";

function counter(sizeBytes: number): Transform {
	let received = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			received += chunk.length;
			if (received > sizeBytes) done(wrongLength(sizeBytes, received));
			else done(null, chunk);
		},
		flush(done) {
			done(received === sizeBytes ? null : wrongLength(sizeBytes, received));
		},
	});
}

/**
 * Sends a stream of a known length. The SDK would wait for ever for a body that breaks or ends early, and write past
 * the end of one that is too long: both abort the request, so that the store keeps nothing.
 * @throws {AppError} UPLOAD_SIZE_MISMATCH; the stream's own error; the signal's reason
 */
export async function sendExactly<T>(
	body: Readable,
	{ sizeBytes, signal }: { sizeBytes: number; signal?: AbortSignal },
	send: (body: Readable, signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const broken = new AbortController();
	const exact = pipeline(body, counter(sizeBytes), (error) => {
		if (error) broken.abort(error);
	}) as Transform;
	const either = signal ? AbortSignal.any([signal, broken.signal]) : broken.signal;
	try {
		return await send(exact, either);
	} catch (error) {
		signal?.throwIfAborted();
		throw broken.signal.aborted ? broken.signal.reason : error;
	} finally {
		exact.destroy();
		body.destroy();
	}
}
