/** What every XML part of an Office file begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};
const ENTITIES = new Map(
	Object.entries(ESCAPES).map(([letter, name]) => [name.slice(1, -1), letter])
);

/** Everything that XML 1.0 has no place for, halves of surrogate pairs included. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const LAST_LETTER = 0x10ffff;

/** The text as it may stand in an element or an attribute, without the characters that XML cannot hold. */
export function escapeXml(text: string): string {
	return text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

/** The opening tags of the elements of that name, with any prefix, in their order. */
export function tagsOf(xml: string, name: string): string[] {
	return (
		withoutComments(xml).match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
	);
}

function withoutComments(xml: string): string {
	let [text, at] = ['', 0];
	for (;;) {
		const start = xml.indexOf('<!--', at);
		const end = start < 0 ? -1 : xml.indexOf('-->', start + 4);
		if (end < 0) return text + xml.slice(at);
		text += xml.slice(at, start);
		at = end + 3;
	}
}

/** The value of a tag's attribute, entities resolved; `undefined` where it has none of that name. */
export function attributeOf(tag: string, name: string): string | undefined {
	const [, double, single] =
		new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
	return (double ?? single)?.replace(/&(?:#x[\da-f]+|#\d+|\w+);/gi, resolved);
}

function resolved(reference: string): string {
	const name = reference.slice(1, -1);
	if (!name.startsWith('#')) return ENTITIES.get(name) ?? reference;
	const isHexadecimal = /^#x/i.test(name);
	const code = parseInt(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
	return code <= LAST_LETTER ? String.fromCodePoint(code) : reference;
}
