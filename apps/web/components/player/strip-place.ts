/** `left` and `width` of something on a strip, from 0 to 1. */
export function stripPlace(at: number, width?: number | null) {
	return {
		left: `${at * 100}%`,
		...(width === undefined || width === null ? {} : { width: `${width * 100}%` }),
	};
}
