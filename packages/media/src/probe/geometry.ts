import type { Rational } from "../media-probe.ts";
import type { HeaderStream } from "./header.ts";
import { parseRational, toNumber } from "./rational.ts";

export interface Geometry {
	readonly width: number;
	readonly height: number;
	readonly codedWidth: number;
	readonly codedHeight: number;
	readonly rotation: number;
	readonly isMirrored: boolean;
	readonly sampleAspectRatio: Rational;
}

/** The picture as shown: stretched to square pixels (one side grows, none shrinks), then turned. */
export function readGeometry(stream: HeaderStream): Geometry {
	const codedWidth = stream.width ?? 0;
	const codedHeight = stream.height ?? 0;
	const sampleAspectRatio = parseRational(stream.sample_aspect_ratio) ?? { num: 1, den: 1 };
	const aspect = toNumber(sampleAspectRatio);
	const width = Math.round(codedWidth * Math.max(1, aspect));
	const height = Math.round(codedHeight / Math.min(1, aspect));
	const { rotation, isMirrored } = readDisplayMatrix(stream);
	const isUpright = rotation % 180 === 0;
	return {
		width: isUpright ? width : height,
		height: isUpright ? height : width,
		codedWidth,
		codedHeight,
		rotation,
		isMirrored,
		sampleAspectRatio,
	};
}

/** ffprobe prints counterclockwise degrees; a negative determinant mirrors. */
function readDisplayMatrix(stream: HeaderStream): { rotation: number; isMirrored: boolean } {
	const data = stream.side_data_list?.find((each) => each.rotation !== undefined);
	const clockwise = -(data?.rotation ?? 0);
	const rotation = (((Math.round(clockwise / 90) * 90) % 360) + 360) % 360;
	return { rotation, isMirrored: determinant(data?.displaymatrix) < 0 };
}

/** The matrix is printed as three lines "00000000:  a  b  u". */
function determinant(matrix: string | undefined): number {
	const rows = [...(matrix ?? "").matchAll(/^\d{8}:\s+(-?\d+)\s+(-?\d+)/gm)];
	const [a = 1, b = 0] = rows[0]?.slice(1).map(Number) ?? [];
	const [c = 0, d = 1] = rows[1]?.slice(1).map(Number) ?? [];
	return a * d - b * c;
}
