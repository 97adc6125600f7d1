import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import type { SMTPServerSession } from "smtp-server";
import { waitFor } from "../wait-for.ts";
import { type ReceivedMail, toReceivedMail } from "./received-mail.ts";

/**
 * `reject`: a permanent 550 for every recipient; `defer`: a temporary 451 after the text;
 * `drop`: the connection ends without an answer after the text.
 */
export type SmtpFault = "reject" | "defer" | "drop";

export interface TestSmtpOptions {
	/** When given, only this login is accepted and one is required. */
	readonly login?: { readonly user: string; readonly password: string };
}

export interface TestSmtp extends AsyncDisposable {
	/** `smtp://127.0.0.1:port`, without TLS; with the login in it when there is one. */
	readonly url: string;
	readonly port: number;
	/** Everything accepted so far, oldest first. */
	readonly messages: readonly ReceivedMail[];
	/** The first accepted message, present or future, that fits; throws after `timeoutMs` (default 10,000). */
	waitFor(fits: (mail: ReceivedMail) => boolean, timeoutMs?: number): Promise<ReceivedMail>;
	/** The next `times` (default 1) messages meet this fault. */
	failNext(fault: SmtpFault, times?: number): void;
	clear(): void;
	close(): Promise<void>;
}

function smtpError(responseCode: number, message: string): Error {
	return Object.assign(new Error(message), { responseCode });
}

/** A real SMTP server on a free port that keeps what it is sent, parsed. */
export async function startSmtp(options: TestSmtpOptions = {}): Promise<TestSmtp> {
	const { SMTPServer } = await import("smtp-server");
	const { simpleParser } = await import("mailparser");
	const messages: ReceivedMail[] = [];
	const faults: SmtpFault[] = [];
	/** Sessions whose present message has no acceptable recipient. */
	const rejecting = new Set<string>();
	const sockets = new Set<Socket>();
	const take = (...kinds: SmtpFault[]): SmtpFault | undefined =>
		faults[0] && kinds.includes(faults[0]) ? faults.shift() : undefined;

	async function receive(raw: Buffer, session: SMTPServerSession): Promise<void> {
		const fault = take("defer", "drop");
		if (fault === "defer") throw smtpError(451, "Try again later");
		if (fault === "drop") {
			for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
			return;
		}
		messages.push(toReceivedMail(await simpleParser(raw), session, raw));
	}

	const { login } = options;
	const smtp = new SMTPServer({
		authOptional: login === undefined,
		disabledCommands: login ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
		allowInsecureAuth: true,
		logger: false,
		disableReverseLookup: true,
		closeTimeout: 100,
		onAuth({ username, password }, _session, done) {
			const isRight = username === login?.user && password === login?.password;
			done(isRight ? null : smtpError(535, "Wrong user or password"), { user: username ?? "" });
		},
		onMailFrom(_address, { id }, done) {
			if (take("reject")) rejecting.add(id);
			else rejecting.delete(id);
			done();
		},
		onRcptTo(_address, { id }, done) {
			done(rejecting.has(id) ? smtpError(550, "No such mailbox") : null);
		},
		onData(stream, session, done) {
			buffer(stream)
				.then((raw) => receive(raw, session))
				.then(() => done(), done);
		},
	});
	// A client that goes away is what some tests are about.
	smtp.on("error", () => {});
	smtp.server.on("connection", (socket: Socket) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
	});
	const listener = smtp.listen(0, "127.0.0.1");
	await once(listener, "listening");
	const { port } = listener.address() as AddressInfo;
	const credentials = login
		? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`
		: "";
	const close = () =>
		new Promise<void>((resolve) => {
			for (const socket of sockets) socket.destroy();
			smtp.close(() => resolve());
		});
	return {
		url: `smtp://${credentials}127.0.0.1:${port}`,
		port,
		messages,
		waitFor: (fits, timeoutMs = 10_000) =>
			waitFor(() => messages.find(fits), { timeoutMs, what: "a message" }),
		failNext(fault, times = 1) {
			for (let i = 0; i < times; i++) faults.push(fault);
		},
		clear() {
			messages.length = 0;
		},
		close,
		[Symbol.asyncDispose]: close,
	};
}
