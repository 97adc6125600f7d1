/** @param path a PATH variable; undefined means the usual folders. */
export declare function searchFolders(path: string | undefined): string[];
export declare function isExecutableFile(path: string): Promise<boolean>;
/** The first executable of that name in the folders, as a shell would find it. */
export declare function findProgram(name: string, folders: readonly string[]): Promise<string | undefined>;
