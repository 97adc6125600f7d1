import { stat } from "node:fs/promises";
import { AppError } from "@nuclom/core";
import { execa } from "execa";

/** The account that PostgreSQL's programs run under; empty when they run as the caller. */
export interface Account {
	readonly uid?: number;
	readonly gid?: number;
}

const userName = "postgres";

async function lookUp(): Promise<Account | undefined> {
	const uid = await execa("id", ["-u", userName], { reject: false });
	const gid = await execa("id", ["-g", userName], { reject: false });
	if (uid.exitCode !== 0 || gid.exitCode !== 0) return undefined;
	return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function create(): Promise<void> {
	await execa("useradd", ["--system", "--user-group", "--no-create-home", userName]).catch(
		(cause: unknown) => {
			throw new AppError("POSTGRES_START_FAILED", "PostgreSQL does not run as root.", {
				hint: `Run: useradd --system --user-group ${userName}   or start Nuclom as another user.`,
				cause,
			});
		},
	);
}

/**
 * PostgreSQL refuses to run as root. For root this is whoever owns the data folder already, else the user
 * `postgres`, found or created; for anybody else it is the caller's own account.
 */
export async function serverAccount(dataDir: string): Promise<Account> {
	if (process.getuid?.() !== 0) return {};
	const owner = await stat(dataDir).catch(() => undefined);
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
	const found = await lookUp();
	if (found) return found;
	await create();
	const created = await lookUp();
	if (!created) throw new AppError("POSTGRES_START_FAILED", `The user ${userName} does not exist.`);
	return created;
}
