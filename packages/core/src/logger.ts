type LogMethod = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** What every room may ask of a logger. Field first, sentence second, as pino has it. */
export interface Logger {
	debug: LogMethod;
	info: LogMethod;
	warn: LogMethod;
	error: LogMethod;
	child(fields: Readonly<Record<string, unknown>>): Logger;
}

const nothing: LogMethod = () => {};

/** Says nothing: the default where no logger is given. */
export const silentLogger: Logger = {
	debug: nothing,
	info: nothing,
	warn: nothing,
	error: nothing,
	child: () => silentLogger,
};
