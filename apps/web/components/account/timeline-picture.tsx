import { personClass } from "../ui/person.ts";
import { waveform } from "./waveform.ts";

const width = 640;
const barWidth = 4;
const barGap = 3;
const bars = waveform(Math.floor(width / (barWidth + barGap)));
const playheadX = 258;

const chapters = [
	{ x: 0, width: 150, label: "Opening" },
	{ x: 154, width: 236, label: "The new flow" },
	{ x: 394, width: 246, label: "Questions" },
];

/** Ids only choose hues. */
const comments = [
	{ x: 72, initials: "MO", person: "picture-mo" },
	{ x: 258, initials: "AL", person: "picture-al", isOpen: true },
	{ x: 424, initials: "JT", person: "picture-jt", range: 86 },
	{ x: 566, initials: "MO", person: "picture-mo" },
];

/** The watch page's instrument, drawn: a picture, its waveform, chapters, and people at their moments. */
export function TimelinePicture() {
	return (
		<svg viewBox="0 0 640 520" className="w-full max-w-2xl font-sans" role="presentation">
			<title>A timeline with comments</title>
			<Frame />
			<g transform="translate(0 372)">
				<Chapters />
				<Wave />
				<Comments />
				<Playhead />
			</g>
			<OpenComment />
		</svg>
	);
}

function Frame() {
	return (
		<g>
			<linearGradient id="picture-sky" x1="0" y1="0" x2="0" y2="1">
				<stop offset="0" stopColor="oklch(0.27 0.07 278)" />
				<stop offset="0.55" stopColor="oklch(0.45 0.12 300)" />
				<stop offset="0.85" stopColor="oklch(0.68 0.13 40)" />
			</linearGradient>
			<clipPath id="picture-frame">
				<rect width="640" height="348" rx="10" />
			</clipPath>
			<g clipPath="url(#picture-frame)">
				<rect width="640" height="348" fill="url(#picture-sky)" />
				<circle cx="452" cy="196" r="38" fill="oklch(0.9 0.07 75)" />
				<path
					d="M0 262 C70 236 120 188 190 190 S300 252 372 236 S520 176 640 222 V348 H0 Z"
					fill="oklch(0.33 0.07 290)"
				/>
				<path
					d="M0 300 C90 268 170 262 262 286 S470 320 640 268 V348 H0 Z"
					fill="oklch(0.23 0.045 285)"
				/>
			</g>
		</g>
	);
}

function Chapters() {
	return chapters.map((chapter) => (
		<g key={chapter.label} transform={`translate(${chapter.x} 0)`}>
			<rect width={chapter.width} height="4" rx="2" className="fill-pressed" />
			<text y="22" className="fill-ink-muted text-xs">
				{chapter.label}
			</text>
		</g>
	));
}

function Wave() {
	return (
		<g transform="translate(0 68)">
			{bars.map((height, index) => {
				const x = index * (barWidth + barGap);
				return (
					<rect
						key={index}
						x={x}
						y={-height * 24}
						width={barWidth}
						height={height * 48}
						rx="2"
						className={x < playheadX ? "fill-accent-mark" : "fill-control-line"}
						opacity={x < playheadX ? 0.75 : 0.6}
					/>
				);
			})}
		</g>
	);
}

function Comments() {
	return comments.map((comment) => (
		<g
			key={comment.x}
			className={personClass(comment.person)}
			transform={`translate(${comment.x} 118)`}
		>
			{comment.range ? (
				<rect y="-3" width={comment.range} height="6" rx="3" className="fill-person-mark" />
			) : null}
			<circle r="12" className="fill-person-tint stroke-sunken" strokeWidth="2" />
			<text textAnchor="middle" dy="3.5" className="fill-person-ink font-semibold text-[10px]">
				{comment.initials}
			</text>
		</g>
	));
}

function Playhead() {
	return (
		<g transform={`translate(${playheadX} 0)`}>
			<rect x="-1" y="-6" width="2" height="112" rx="1" className="fill-accent-mark" />
			<circle cy="-8" r="5" className="fill-accent-mark" />
		</g>
	);
}

function OpenComment() {
	return (
		<g transform="translate(206 262)" className={personClass("picture-al")}>
			<rect width="268" height="66" rx="10" className="fill-raised stroke-line" />
			<circle cx="26" cy="26" r="12" className="fill-person-tint" />
			<text
				x="26"
				y="29.5"
				textAnchor="middle"
				className="fill-person-ink font-semibold text-[10px]"
			>
				AL
			</text>
			<text x="48" y="30" className="fill-ink font-medium text-sm">
				Ada
			</text>
			<text x="80" y="30" className="mono fill-accent-ink text-xs">
				1:23
			</text>
			<text x="48" y="50" className="fill-ink-muted text-sm">
				Hold this shot one beat longer?
			</text>
		</g>
	);
}
