import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "@nuclom/core";

/** https://developers.openai.com/api/docs/guides/speech-to-text: "Files can be up to 25 MB". */
const maxAudioBytes = 25_000_000;

/**
 * The file as an upload that is read from disk while it is sent. Not createReadStream: the SDK
 * cannot send a stream twice, so it would give up at the first 429 or 503, and a stream goes out
 * without Content-Length, which some compatible servers refuse.
 * @throws AppError PAYLOAD_TOO_LARGE; the system's error when the file cannot be read
 */
export async function openAudio(file: string): Promise<File> {
	const { size } = await stat(file);
	if (size > maxAudioBytes) {
		throw new AppError("PAYLOAD_TOO_LARGE", "An audio segment is over 25 MB.", {
			hint: "Cut the speech into shorter segments.",
			data: { sizeBytes: size, maxBytes: maxAudioBytes },
		});
	}
	return new File([await openAsBlob(file)], basename(file));
}
