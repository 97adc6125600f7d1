import { expect, it } from "vitest";
import { parseRecognizer } from "./speech.ts";

const output = `hello there
<s> 0.080 0.140 1.000000
hello(2) 0.150 0.520 0.999800
<sil> 0.530 0.540 0.5
there 0.550 0.820 0.985406
</s> 0.830 0.900 1.000000

<s> 2.000 2.100 1.0
</s> 2.110 2.200 1.0
ready on friday
[NOISE] 5.000 5.100 0.1
ready 5.980 6.280 1.000200
on 6.290 6.430 0.846945
friday 6.440 6.590 0.568721`;

it("reads utterances and words, without silences, noises and empty utterances", () => {
	expect(parseRecognizer(output)).toEqual([
		{
			text: "hello there",
			words: [
				{ word: "hello", startMs: 150, endMs: 520 },
				{ word: "there", startMs: 550, endMs: 820 },
			],
		},
		{
			text: "ready on friday",
			words: [
				{ word: "ready", startMs: 5980, endMs: 6280 },
				{ word: "on", startMs: 6290, endMs: 6430 },
				{ word: "friday", startMs: 6440, endMs: 6590 },
			],
		},
	]);
	expect(parseRecognizer("")).toEqual([]);
});
