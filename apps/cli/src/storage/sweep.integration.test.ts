import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@nuclom/core";
import { videoArtifacts } from "@nuclom/db/schema";
import { videoKeys } from "@nuclom/storage";
import { temporaryFolder } from "@nuclom/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";
import { startUploadServer, type UploadServer } from "../../test/support/upload-server.ts";

let server: UploadServer;
let sourceKey: string;

beforeAll(async () => {
	server = await startUploadServer();
	await using folder = await temporaryFolder("cli-sweep");
	const path = join(folder.path, "clip.mp4");
	await writeFile(path, "a thousand".repeat(100));
	const { key } = await server.makeKey();
	const sent = await runCli(["upload", path, "--url", server.url], {
		...{ NUCLOM_API_KEY: key, XDG_STATE_HOME: folder.path },
	});
	expect(sent.code).toBe(0);
	const [row] = await server.services.database.drizzle.select().from(videoArtifacts);
	sourceKey = row?.key ?? "";
});
afterAll(() => server.close());

const sweep = (...flags: string[]) => runCli(["storage", "sweep", ...flags], server.variables);

test("says that nothing is missing", async () => {
	expect(await sweep()).toEqual({
		code: 0,
		stdout: "Compared 1 file (1.0 kB) with 1 row of the database.\n✓ Nothing is missing.\n",
		stderr: "",
	});
});

test("tells files that belong to nothing, and plans their deletion when it may", async () => {
	const ids = { organizationId: newId(), videoId: newId(), versionId: newId() };
	const key = videoKeys(ids).poster(newId(), "jpg");
	const options = { contentType: "image/jpeg", sizeBytes: 6 };
	await server.services.storage.put(key, Buffer.from("orphan"), options);
	expect((await sweep()).stdout).toContain("Left 1 younger file alone: a row may still come.\n");
	const dry = await sweep("--dry-run", "--grace-hours", "0");
	expect(dry.code).toBe(0);
	expect(dry.stdout).toContain(
		`! 1 file (6 B) belongs to nothing.\n  Without --dry-run they are planned for deletion.\n  ${key}\n`,
	);
	const planned = await sweep("--grace-hours", "0", "--json");
	expect(planned.code).toBe(0);
	expect(JSON.parse(planned.stdout)).toMatchObject({
		...{ status: "ok", isDryRun: false, objects: 2, rows: 1 },
		orphans: { count: 1, bytes: 6, keys: [key] },
	});
	expect((await sweep("--grace-hours", "0")).stdout).not.toContain("belongs");
});

test("ends with 1 when a file is not there", async () => {
	await server.services.storage.delete([sourceKey]);
	const { code, stdout, stderr } = await sweep("--dry-run");
	expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
	expect(stdout).toMatch(
		/✗ 1 file that the database names is not in the store\.\n {2}Put them back/,
	);
	expect(stdout).toContain(`  ${sourceKey}\n`);
});

test("refuses what it does not know, and an installation that is not there", async () => {
	const unknown = await runCli(["storage", "sweep", "--grace-hours", "many"]);
	expect(unknown).toMatchObject({ code: 2, stdout: "" });
	expect(await runCli(["storage", "swep"])).toMatchObject({ code: 2, stdout: "" });
	await using folder = await temporaryFolder("cli-sweep");
	const nowhere = await runCli(["storage", "sweep", "--data", folder.path]);
	expect(nowhere).toMatchObject({ code: 3, stdout: "" });
	expect(nowhere.stderr).toContain("Nuclom does not run on");
});
