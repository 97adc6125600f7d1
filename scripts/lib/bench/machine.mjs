// What a run's absolute numbers depend on.
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

export const machine = () => ({
	cores: availableParallelism(),
	processor: cpus()[0]?.model.trim() ?? "unknown",
	memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
	node: process.version,
	/** Over the run's last minute; the run itself adds some 2. */
	load: Number((loadavg()[0] ?? 0).toFixed(2)),
	date: new Date().toISOString(),
});
