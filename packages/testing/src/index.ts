export { type AccessibleOptions, expectAccessible } from "./browser/accessible.ts";
export { type BrowserOptions, launchBrowser } from "./browser/browser.ts";
export type { Direction, Fault } from "./fault-proxy/fault.ts";
export { type FaultProxy, startFaultProxy } from "./fault-proxy/fault-proxy.ts";
export { makeVideo, type VideoOptions } from "./media/video.ts";
export { isListening } from "./net.ts";
export {
	type OidcClaims,
	type OidcFault,
	startOidcProvider,
	type TestOidcProvider,
} from "./oidc/oidc.ts";
export { extractiveAnswer } from "./openai/extractive-answer.ts";
export type { FaultTarget, OpenAiFault } from "./openai/faults.ts";
export type { ModelRequest, Responder } from "./openai/responses.ts";
export type { JsonSchema } from "./openai/schema.ts";
export {
	type OpenAiStandIn,
	type OpenAiStandInOptions,
	type RecordedRequest,
	startOpenAiStandIn,
} from "./openai/stand-in.ts";
export {
	createTestDatabase,
	type TestDatabase,
	type TestDatabaseOptions,
	withDatabase,
} from "./postgres/database.ts";
export { createTestServer, type TestServer } from "./postgres/server.ts";
export { type Daemon, type DaemonOptions, startDaemon } from "./process/daemon.ts";
export { findProgram, requireProgram } from "./process/find-program.ts";
export { startRedis, type TestRedis } from "./redis/redis.ts";
export { startS3, type TestS3, type TestS3Options } from "./s3/s3.ts";
export type { ReceivedMail } from "./smtp/received-mail.ts";
export { type SmtpFault, startSmtp, type TestSmtp, type TestSmtpOptions } from "./smtp/smtp.ts";
export type { SentryEnvelope, SentryItem } from "./telemetry/envelope.ts";
export {
	type OtlpExport,
	type SentryEvent,
	startTelemetryReceiver,
	type TelemetryReceiver,
} from "./telemetry/receiver.ts";
export { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";
export { type WaitForOptions, waitFor } from "./wait-for.ts";
