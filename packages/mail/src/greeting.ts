const longest = 60;
// A mail client turns these into links, and a name is whatever someone typed when signing up with
// another person's address.
const looksLikeLink = /[/@<>:]|\.\p{L}/u;

/** "Hello Ann,", or "Hello," when the name is no name but a message to the reader. */
export function greeting(name: string): string {
	const plain = name.trim();
	const isName = plain.length <= longest && !/\p{Cc}/u.test(plain) && !looksLikeLink.test(plain);
	return isName && plain ? `Hello ${plain},` : "Hello,";
}
