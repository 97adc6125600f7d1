import type { PgBoss, Warning } from "pg-boss";
import type { RepeatLog } from "./repeat-log.ts";

interface BossError {
	readonly message?: string;
	readonly code?: string;
	readonly queue?: string;
}

/**
 * pg-boss reports failures of its connections and loops as events and goes on trying. An "error"
 * event that nobody hears ends a Node process, so this listens from the first moment.
 */
export function logEvents(boss: PgBoss, log: RepeatLog): void {
	boss.on("error", (error: BossError) => {
		// pg-boss appends "(Queue: …, Worker: …)", which would make each worker's copy a new message.
		const message = String(error?.message ?? error).replace(/ \(Queue: .*$/, "");
		const { code, queue } = error ?? {};
		log.warn(code ?? message, { error: message, code, queue }, "The job queue has trouble.");
	});
	boss.on("warning", (warning: Warning) => {
		log.warn(warning.message, { warning: warning.message }, "The job queue warns.");
	});
}
