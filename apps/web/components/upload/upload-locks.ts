/** Which uploads the tabs of this browser are sending just now. */
export interface UploadLocks {
	/** Makes an upload this tab's own. Null when another tab has it; call what comes back to let go. */
	readonly hold: (uploadId: string) => Promise<(() => void) | null>;
	/** Ids of the uploads that any tab has. */
	readonly held: () => Promise<ReadonlySet<string>>;
}

const prefix = "nuclom-upload-of-";

/** Web Locks end with their tab, however it ends. Without them (plain HTTP on a LAN) nobody is asked. */
export function createUploadLocks(locks: LockManager | undefined): UploadLocks {
	if (!locks) return { hold: async () => () => {}, held: async () => new Set() };
	return {
		hold: (uploadId) =>
			new Promise((resolve, reject) => {
				const keep = (lock: Lock | null) => {
					if (lock) return new Promise<void>((release) => resolve(release));
					resolve(null);
				};
				locks.request(`${prefix}${uploadId}`, { ifAvailable: true }, keep).catch(reject);
			}),
		async held() {
			const { held = [] } = await locks.query();
			const names = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
			return new Set(names.map((name) => name.slice(prefix.length)));
		},
	};
}
