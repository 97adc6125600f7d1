import { AppError } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { type MailContent, render } from "./index.ts";

const url = "https://nuclom.example/verify?token=a%2Bb&next=/";
const expiresInMs = 3_600_000;
const mails: MailContent[] = [
	{ template: "verify-email", data: { name: "Ann", url, expiresInMs } },
	{ template: "reset-password", data: { name: "Ann", url, expiresInMs } },
	{ template: "member-joined", data: { memberName: "Ann", organizationName: "Reel & Co", url } },
];

describe.each(mails)("$template", (mail) => {
	const rendered = render(mail);

	it("says the same in text and in HTML, with the link in both", () => {
		expect(rendered.url).toBe(url);
		expect(rendered.text).toContain(url);
		expect(rendered.html).toContain(`href="${url.replaceAll("&", "&amp;")}"`);
		const words = rendered.html.replace(/<head>[\s\S]*<\/head>/, "").replace(/<[^>]+>/g, " ");
		const flat = words.replaceAll("&amp;", "&").replace(/\s+/g, " ");
		for (const paragraph of rendered.text.trim().split(/\n\n/)) {
			expect(flat).toContain((paragraph.split(":\n")[0] ?? "").replace(/\s+/g, " "));
		}
	});

	it("has a short subject of one line and fits both color schemes", () => {
		expect(rendered.subject).toMatch(/^[^\r\n]{5,60}$/);
		expect(rendered.html).toContain('<meta name="color-scheme" content="light dark">');
	});

	it("loads nothing from anywhere", () => {
		expect(rendered.html).not.toMatch(/<(img|link|script|iframe)|url\(|@import/i);
	});
});

describe("what people typed", () => {
	it("is escaped in HTML and left alone in text", () => {
		const { html, text } = render({
			template: "member-joined",
			data: { memberName: `<img src=x onerror="a()">`, organizationName: "A&B's", url },
		});
		expect(html).not.toContain("<img");
		expect(html).toContain("&lt;img src=x onerror=&quot;a()&quot;&gt;");
		expect(html).toContain("A&amp;B&#39;s");
		expect(text).toContain(`<img src=x onerror="a()">`);
	});

	it.each(["https://evil.example", "call www.evil.example", "x".repeat(61), "Ann\n\nPay now", ""])(
		"is not repeated as a name when it is %j",
		(name) => {
			const { text, html } = render({ template: "verify-email", data: { name, url, expiresInMs } });
			expect(text.split("\n")[0]).toBe("Hello,");
			if (name) expect(html).not.toContain(name);
		},
	);

	it("is greeted by name otherwise", () => {
		const data = { name: "Dr. Jörg O’Neil-李", url, expiresInMs };
		expect(render({ template: "verify-email", data }).text).toMatch(/^Hello Dr. Jörg O’Neil-李,\n/);
	});

	it.each(["javascript:alert(1)", "data:text/html,x", "/verify", ""])("never links %j", (bad) => {
		const data = { name: "Ann", url: bad, expiresInMs };
		expect(() => render({ template: "verify-email", data })).toThrow(AppError);
	});
});

it.each([
	[3_600_000, "1 hour"],
	[7_200_000, "2 hours"],
	[5_400_000, "90 minutes"],
	[86_400_000, "1 day"],
	[61_000, "1 minute"],
	[10, "1 minute"],
])("says how long %d ms are", (ms, words) => {
	const data = { name: "Ann", url, expiresInMs: ms };
	expect(render({ template: "verify-email", data }).text).toContain(`works for ${words}.`);
});
