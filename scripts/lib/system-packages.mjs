// The programs that tests run besides Node, and the one line that installs them.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** A program or file that shows it is there, and Debian's package that has it. */
const needed = [
	{ program: "ffmpeg", packages: ["ffmpeg"] },
	{ program: "chromium", packages: ["chromium"] },
	{ program: "nginx", packages: ["nginx-light"] },
	{ program: "redis-server", packages: ["redis-server"] },
	{ program: "ceph-mon", packages: ["ceph-mon"] },
	{ program: "ceph-osd", packages: ["ceph-osd"] },
	{ program: "radosgw", packages: ["radosgw"] },
	{ program: "ceph-authtool", packages: ["ceph-common"] },
	{ program: "pocketsphinx_continuous", packages: ["pocketsphinx"] },
	{ file: "/usr/share/pocketsphinx/model/en-us/en-us", packages: ["pocketsphinx-en-us"] },
];

const isThere = (path, mode) => {
	try {
		accessSync(path, mode);
		return true;
	} catch {
		return false;
	}
};

function isInstalled({ program, file }) {
	if (file) return isThere(file, constants.R_OK);
	const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
	return folders.some((folder) => isThere(join(folder, program), constants.X_OK));
}

const missing = () => needed.filter((one) => !isInstalled(one)).flatMap(({ packages }) => packages);

const installLine = (packages) =>
	`apt-get install -y --no-install-recommends ${packages.join(" ")}`;

/** @returns {Promise<string | undefined>} what is missing, with the line that installs it */
export async function installSystemPackages() {
	const wanted = missing();
	if (wanted.length === 0) return undefined;
	const explain = (reason) =>
		`${reason} ${wanted.join(", ")}\nInstall with: sudo ${installLine(wanted)}`;
	const hasApt = isThere("/usr/bin/apt-get", constants.X_OK);
	if (process.getuid?.() !== 0 || !hasApt) return explain("These programs are not installed:");
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	await run("apt-get", ["update"], { env });
	const [program, ...args] = installLine(wanted).split(" ");
	const { code, output } = await run(program, args, { env });
	if (code !== 0 || missing().length > 0) return `${output}\n${explain("Could not install")}`;
	return undefined;
}
