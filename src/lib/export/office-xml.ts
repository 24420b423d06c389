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

/** The text as it may stand in an element or an attribute, without the characters that XML cannot hold. */
export function escapeXml(text: string): string {
	return text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

/** The opening tags of the elements of that name, with any prefix, in their order. */
export function tagsOf(xml: string, name: string): string[] {
	const uncommented = xml.replace(/<!--.*?-->/gs, '');
	return uncommented.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? [];
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
	return String.fromCodePoint(parseInt(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10));
}
