/** Waits at most `timeoutMs` for the task. The task itself cannot be stopped and goes on. */
export async function withTimeout<Result>(
	task: () => Promise<Result>,
	timeoutMs: number,
): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const deadline = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
	});
	try {
		return await Promise.race([task(), deadline]);
	} finally {
		clearTimeout(timer);
	}
}
