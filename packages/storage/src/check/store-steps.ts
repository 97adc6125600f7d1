import type { Step } from "./steps.ts";
import { ask, checkPrefix, type Subject, type Written, wrong } from "./subject.ts";

/** S3 allows 15 minutes; addresses of a clock that is wrong by 5 are already too short or not yet valid. */
const allowedSkewMs = 5 * 60_000;
/** A check that left objects behind has been killed; none takes an hour. */
const leftBehindMs = 3_600_000;

function clockText(skewMs: number): string {
	return `${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs < 0 ? "behind" : "ahead of"} the storage's`;
}

/** Whether anything answers, and what time it has. */
export function answerSteps({ endpoint, clock }: Subject): Step[] {
	if (endpoint === undefined) {
		return [{ name: "answer", needs: [], run: async () => "this machine's disk" }];
	}
	let date: string | null = null;
	let middleMs = 0;
	const answer: Step = {
		name: "answer",
		needs: [],
		async run(signal) {
			const before = clock.now().getTime();
			const response = await ask(endpoint, { method: "HEAD", signal });
			middleMs = (before + clock.now().getTime()) / 2;
			date = response.headers.get("date");
			return new URL(endpoint).host;
		},
	};
	const time: Step = {
		name: "clock",
		needs: ["answer"],
		async run() {
			const theirsMs = Date.parse(date ?? "");
			if (Number.isNaN(theirsMs)) return "the storage does not tell its time";
			// They tell whole seconds, cut off.
			const skewMs = middleMs - (theirsMs + 500);
			const text = clockText(skewMs);
			if (Math.abs(skewMs) <= allowedSkewMs) return text;
			throw wrong(
				`This machine's clock is ${text}.`,
				"Set it by NTP: timedatectl set-ntp true\nSigned addresses live by the clock; S3 refuses them at 15 minutes.",
			);
		},
	};
	return [answer, time];
}

/** Nobody reads without a signature. */
export function privateStep({ bareUrls }: Subject, written: Written): Step {
	const key = written.key("object.bin");
	return {
		name: "private",
		needs: ["put"],
		async run(signal) {
			const urls = bareUrls(key);
			for (const { url, hint } of urls) {
				const response = await ask(url, { signal });
				await response.body?.cancel();
				if (response.ok)
					throw wrong(`Everybody can read ${new URL(url).host} without a signature.`, hint);
			}
			return `refused without a signature at ${urls
				.map(({ url }) => new URL(url).host)
				.filter((host, index, all) => all.indexOf(host) === index)
				.join(", ")}`;
		},
	};
}

/** What is deleted is gone. */
export function deleteStep({ storage }: Subject, written: Written): Step {
	const key = written.key("object.bin");
	return {
		name: "delete",
		needs: ["put"],
		right: "s3:DeleteObject",
		async run() {
			await storage.delete([key]);
			if ((await storage.head(key)) === null) return "the object is gone";
			throw wrong(
				"An object that was deleted is still there.",
				"Give the key in CLOUDFLARE_R2_ACCESS_KEY the right s3:DeleteObject, and take locks off the bucket.",
			);
		},
	};
}

/** Removes what this check wrote, and what one that was killed left an hour ago. */
export function cleanUpStep({ storage, clock }: Subject, written: Written): Step {
	return {
		name: "clean up",
		needs: [],
		async run() {
			for (const upload of written.uploads) await storage.abortMultipart(upload);
			await storage.delete([...written.keys]);
			const { objects } = await storage.list({ prefix: checkPrefix });
			const before = clock.now().getTime() - leftBehindMs;
			const old = objects.filter(({ lastModified }) => lastModified.getTime() < before);
			if (old.length > 0) await storage.delete(old.map((object) => object.key));
			if (!objects.some((object) => object.key.startsWith(written.prefix)))
				return "nothing is left";
			throw wrong(`Objects are left under ${written.prefix}.`, "Delete them by hand.");
		},
	};
}
