export const redacted = "[redacted]";

/** Longer strings are cut: a log line is for reading, and every pattern below runs over all of it. */
const maxTextLength = 16_384;

const secretNames =
	"x-amz-signature|x-amz-credential|x-amz-security-token|x-goog-signature|signature|sig|" +
	"(?:access|refresh|id|session|auth|csrf|invite|reset|verification)?[_-]?token|" +
	"api[_-]?key|secret(?:[_-]?(?:access)?[_-]?key)?|client[_-]?secret|password|passwd|pwd|" +
	"authorization|cookie|set-cookie|sentry_key";

interface Rule {
	readonly pattern: RegExp;
	readonly replacement: string;
}

const rules: readonly Rule[] = [
	// scheme://user:password@host, as in DATABASE_URL, REDIS_URL and SMTP_URL. The password may
	// hold "@" unescaped, so the last "@" before the path counts.
	{
		pattern: /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/?#@]*):[^\s/?#]*@/gi,
		replacement: `$1:${redacted}@`,
	},
	// ?X-Amz-Signature=…, &sig=…, #access_token=…
	{
		pattern: new RegExp(`([?&;#](?:${secretNames})=)[^&\\s"'<>#]*`, "gi"),
		replacement: `$1${redacted}`,
	},
	// "password": "…" in JSON, then the same where the JSON is itself inside a JSON string
	{
		pattern: new RegExp(
			`((["'])(?:${secretNames})\\2\\s*:\\s*)(["'])(?:\\\\.|(?!\\3)[^\\\\])*\\3`,
			"gi",
		),
		replacement: `$1$3${redacted}$3`,
	},
	{
		pattern: new RegExp(`(\\\\"(?:${secretNames})\\\\"\\s*:\\s*\\\\").*?(?=\\\\")`, "gi"),
		replacement: `$1${redacted}`,
	},
	// password=… as in libpq's connection strings
	{
		pattern: /\b((?:password|passwd|pwd)\s*=\s*)('[^']*'|[^\s&;,'"]+)/gi,
		replacement: `$1${redacted}`,
	},
	{ pattern: /\b(Bearer|Basic)\s+[\w.~+/-]{6,}=*/gi, replacement: `$1 ${redacted}` },
	// Authorization: …, Cookie: … to the end of the line, as in a dumped request
	{
		pattern: /\b((?:proxy-)?authorization|(?:set-)?cookie)(:\s*)(?!\s*\[redacted\])[^\r\n]+/gi,
		replacement: `$1$2${redacted}`,
	},
	// Keys that say what they are: ours, OpenAI's, AWS's, GitHub's
	{
		pattern: /\b(?:nk_|sk-|AKIA|ASIA|gh[pousr]_|github_pat_)[\w-]{12,}/g,
		replacement: redacted,
	},
	{ pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END|$)/g, replacement: redacted },
];

/** Something of what every rule above needs; most strings have none of it and are done. */
const suspicious =
	/[=@]|["']\s*:|bearer|basic|authorization|cookie|[ns]k[-_]|A[KS]IA|gh[a-z]_|_pat_|BEGIN/i;

// The last part has letters only: "openai@7.57.0" in a stack is a package, not a person.
const email = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}/gi;

/** The text without passwords, tokens, signatures and keys, at most 16 kB of it. */
export function redactText(text: string): string {
	const bounded =
		text.length <= maxTextLength
			? text
			: `${text.slice(0, maxTextLength)}… (${text.length - maxTextLength} more)`;
	if (!suspicious.test(bounded)) {
		return bounded;
	}
	return rules.reduce(
		(current, { pattern, replacement }) => current.replace(pattern, replacement),
		bounded,
	);
}

/** Also without e-mail addresses; for what leaves the machine. */
export function redactPersonalText(text: string): string {
	return redactText(text).replace(email, "[e-mail]");
}
