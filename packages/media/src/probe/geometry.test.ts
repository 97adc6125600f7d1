import { expect, it } from "vitest";
import { readGeometry } from "./geometry.ts";

const matrix = (a: number, b: number, c: number, d: number) =>
	`\n00000000: ${a * 65536} ${b * 65536} 0\n00000001: ${c * 65536} ${d * 65536} 0\n00000002: 0 0 1073741824\n`;
const stream = { index: 0, width: 320, height: 180 };

it("turns clockwise, as players do", () => {
	const side_data_list = [{ rotation: -90, displaymatrix: matrix(0, 1, -1, 0) }];
	expect(readGeometry({ ...stream, side_data_list })).toMatchObject({
		width: 180,
		height: 320,
		codedWidth: 320,
		codedHeight: 180,
		rotation: 90,
		isMirrored: false,
	});
});

it.each([
	[90, 270],
	[180, 180],
	[-180, 180],
	[-89.7, 90],
	[0, 0],
])("reads ffprobe's %d as %d", (rotation, expected) => {
	expect(readGeometry({ ...stream, side_data_list: [{ rotation }] }).rotation).toBe(expected);
});

it("sees a mirror", () => {
	const side_data_list = [{ rotation: 0, displaymatrix: matrix(-1, 0, 0, 1) }];
	expect(readGeometry({ ...stream, side_data_list }).isMirrored).toBe(true);
});

it.each([
	["4:3", 427, 180],
	["3:4", 320, 240],
	["1:1", 320, 180],
	["0:1", 320, 180],
])("makes pixels of %s square by growing", (sample_aspect_ratio, width, height) => {
	expect(readGeometry({ ...stream, sample_aspect_ratio })).toMatchObject({ width, height });
});
