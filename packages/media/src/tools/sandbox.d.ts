/** What the kernel, not ffmpeg, holds one run to. */
export interface ProcessBounds {
    readonly memoryBytes: number;
    /** Of all threads together; ends a run that outlives even this process. */
    readonly cpuSeconds: number;
    readonly fileBytes: number;
}
/** Programs in front of ffmpeg, each of which replaces itself by the next. */
export interface Sandbox {
    /** What holds: "network", "privileges", "resources", "priority"; empty on Windows. */
    readonly guards: readonly string[];
    prefix(bounds: ProcessBounds): string[];
}
/** Tries each guard once, by running `true` behind it, and keeps those that this system grants. */
export declare function detectSandbox(folders: readonly string[]): Promise<Sandbox>;
