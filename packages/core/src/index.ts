export { AppError, type AppErrorOptions } from "./app-error.ts";
export { type Clock, fixedClock, systemClock } from "./clock.ts";
export { type ErrorCode, errorCodes } from "./error-codes.ts";
export { isId, newId } from "./id.ts";
export { type Logger, silentLogger } from "./logger.ts";
