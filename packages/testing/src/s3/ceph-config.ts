import { randomBytes } from "node:crypto";

export interface CephLayout {
	/** The cluster's folder, absolute. */
	readonly folder: string;
	readonly clusterId: string;
	readonly gatewayPort: number;
	readonly monitorPort: number;
	/** First of the ports that the storage daemon may take; it looks for free ones itself. */
	readonly firstDaemonPort: number;
	readonly memoryBytes: number;
}

/** How many ports are offered to the storage daemon, which takes four of them. */
const daemonPorts = 100;

/**
 * `ceph.conf` of the smallest cluster that serves S3: one monitor, one storage daemon that keeps everything in
 * memory, one gateway, all on the loopback. Options are explained in Ceph's documentation by the same names.
 */
export function cephConfig(layout: CephLayout): string {
	const { folder } = layout;
	const options: Record<string, string | number | boolean> = {
		fsid: layout.clusterId,
		"mon host": `v2:127.0.0.1:${layout.monitorPort}`,
		"public addr": "127.0.0.1",
		"cluster addr": "127.0.0.1",
		"ms bind msgr1": false,
		"ms bind port min": layout.firstDaemonPort,
		"ms bind port max": layout.firstDaemonPort + daemonPorts,
		keyring: `${folder}/keyring`,
		"run dir": `${folder}/run`,
		"log file": `${folder}/$name.log`,
		"crash dir": `${folder}/run`,
		"admin socket": `${folder}/run/$name.asok`,
		"pid file": "",
		"mon data": `${folder}/mon`,
		"osd data": `${folder}/osd`,
		"rgw data": `${folder}/rgw`,
		// One copy of everything, and no opinion on how full the machine's disk is.
		"osd pool default size": 1,
		"osd pool default min size": 1,
		"osd pool default pg num": 1,
		"osd pool default pgp num": 1,
		"osd pool default pg autoscale mode": "off",
		"osd crush chooseleaf type": 0,
		"mon allow pool size one": true,
		"mon max pg per osd": 2000,
		"mon data avail warn": 1,
		"mon data avail crit": 0,
		"osd objectstore": "memstore",
		"memstore device bytes": layout.memoryBytes,
		"osd class load list": "*",
		"osd class default list": "*",
		// A lonely monitor need not wait for others before it decides.
		"paxos propose interval": 0.02,
		"paxos min wait": 0.01,
		"rgw frontends": `beast endpoint=127.0.0.1:${layout.gatewayPort} tcp_nodelay=1`,
		"rgw dns name": "localhost",
		"rgw run sync thread": false,
		// Lifecycle days pass in seconds, so that a test can see an object expire.
		"rgw lc debug interval": 2,
	};
	const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}`);
	return `[global]\n${lines.join("\n")}\n`;
}

/** A secret in Ceph's own form: type 1 (AES), time of creation, length, 16 random bytes; little-endian, base64. */
function cephKey(now: Date): string {
	const head = Buffer.alloc(12);
	head.writeUInt16LE(1, 0);
	head.writeUInt32LE(Math.floor(now.getTime() / 1000), 2);
	head.writeUInt32LE(0, 6);
	head.writeUInt16LE(16, 10);
	return Buffer.concat([head, randomBytes(16)]).toString("base64");
}

/** The keyring of the cluster's own programs. */
export function cephKeyring(now = new Date()): string {
	const all = ["mon", "osd", "mgr"].map((service) => `\tcaps ${service} = "allow *"`).join("\n");
	const entity = (name: string) => `[${name}]\n\tkey = ${cephKey(now)}\n${all}\n`;
	return ["mon.", "client.admin", "osd.0", "client.rgw.test"].map(entity).join("");
}
