const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const ESCAPED = /_x([\da-f]{4})_/gi;
const SECTION = /<!\[CDATA\[(.*?)\]\]>/gs;
const PHONETIC = /<((?:\w+:)?rPh)[\s>].*?<\/\1\s*>/gs;
const TEXT = /<((?:\w+:)?t)(?:\s[^<>]*)?(?:\/>|>(.*?)<\/\1\s*>)/gs;
const STRING = /<((?:\w+:)?si)(?:\s[^<>]*)?(?:\/>|>(.*?)<\/\1\s*>)/gs;
const ROOT = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/;
const LARGEST = 0x10ffff;

/** The value of the attribute in the text of a tag; `undefined` where the tag has none of that name. */
export function attributeOf(tag: string, name: string): string | undefined {
	const [, double, single] = pattern(name).exec(tag) ?? [];
	const value = double ?? single;
	return value === undefined ? undefined : unescapeXml(value);
}

/** True where the attribute stands in the tag and says yes. */
export function isOn(tag: string, name: string): boolean {
	return ['1', 'true', 'on'].includes(attributeOf(tag, name) ?? '');
}

const patterns = new Map<string, RegExp>();

function pattern(name: string): RegExp {
	const known = patterns.get(name);
	if (known) return known;
	const made = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
	patterns.set(name, made);
	return made;
}

/** The name of the outermost element of an XML text, without prefix; an empty text where there is none. */
export function rootOf(xml: string): string {
	return ROOT.exec(xml.replace(/<!--.*?-->/gs, ''))?.[1] ?? '';
}

/** What a spreadsheet's text element says: its runs joined, without phonetic hints, escapes resolved. */
export function richText(xml: string): string {
	const runs = xml.includes('rPh') ? xml.replace(PHONETIC, '') : xml;
	let text = '';
	for (const [, , run = ''] of runs.matchAll(TEXT)) text += cellText(run);
	return text;
}

/** The shared texts of a workbook in their order. */
export function sharedTexts(xml: string): string[] {
	return Array.from(xml.matchAll(STRING), ([, , item = '']) => richText(item));
}

/** The text as Excel means it: XML entities and Excel's own `_x000D_` resolved, line ends as line feeds. */
export function cellText(xml: string): string {
	const text = lineFeeds(unescapeXml(xml));
	return text.includes('_x') ? lineFeeds(text.replace(ESCAPED, unescaped)) : text;
}

function lineFeeds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function unescaped(_: string, code: string): string {
	return String.fromCharCode(parseInt(code, 16));
}

function unescapeXml(xml: string): string {
	if (!xml.includes('&') && !xml.includes('<![')) return xml;
	const [plain = '', ...rest] = xml.split(SECTION);
	// Every other part stood in a CDATA section, where nothing is escaped.
	return rest.reduce(
		(text, part, at) => text + (at % 2 === 0 ? part : entitiesResolved(part)),
		entitiesResolved(plain)
	);
}

function entitiesResolved(text: string): string {
	return text.replace(ENTITY, entityText);
}

function entityText(whole: string, name?: string, ...[decimal, hex = '']: string[]): string {
	if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
	const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
	return code <= LARGEST ? String.fromCodePoint(code) : whole;
}
