const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const ESCAPED = /_x([\da-f]{4})_/gi;
const SECTION = '<![CDATA[';
const SECTION_END = ']]>';
const PHONETIC = /<((?:\w+:)?rPh)((?:[\s/][^<>]*)?)>/g;
const TEXT = /<((?:\w+:)?t)((?:[\s/][^<>]*)?)>/g;
const STRING = /<((?:\w+:)?si)((?:[\s/][^<>]*)?)>/g;
const BLANK = /\s/;
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
	const runs = xml.includes('rPh') ? withoutElements(xml, PHONETIC) : xml;
	let text = '';
	for (const { inner } of elementsOf(runs, TEXT)) text += cellText(inner);
	return text;
}

/** The shared texts of a workbook in their order. */
export function sharedTexts(xml: string): string[] {
	return Array.from(elementsOf(xml, STRING), ({ inner }) => richText(inner));
}

/** An element in the text of XML, from its tag to the end of its closing one. */
export interface XmlElement {
	start: number;
	end: number;
	/** What stands between the two tags; an empty text for an element that is one tag. */
	inner: string;
}

/**
 * The elements whose opening tags match, in their order, none of one within another. The pattern gives the name and the
 * rest of the tag. They end before one that is never closed: to look further would cost the square of what is written.
 */
export function* elementsOf(xml: string, opening: RegExp): Generator<XmlElement> {
	const tags = new RegExp(opening, 'g');
	for (let found = tags.exec(xml); found; found = tags.exec(xml)) {
		const [, name = '', attributes = ''] = found;
		const [start, from] = [found.index, tags.lastIndex];
		if (attributes.endsWith('/')) {
			yield { start, end: from, inner: '' };
			continue;
		}
		const closing = closingOf(xml, name, from);
		if (!closing) return;
		yield { start, end: closing.end, inner: xml.slice(from, closing.start) };
		tags.lastIndex = closing.end;
	}
}

function closingOf(
	xml: string,
	name: string,
	from: number
): { start: number; end: number } | undefined {
	const tag = `</${name}`;
	for (let start = xml.indexOf(tag, from); start >= 0; start = xml.indexOf(tag, start + 1)) {
		let end = start + tag.length;
		while (xml[end] !== '>' && BLANK.test(xml.charAt(end))) end += 1;
		if (xml[end] === '>') return { start, end: end + 1 };
	}
	return undefined;
}

function withoutElements(xml: string, opening: RegExp): string {
	let [text, at] = ['', 0];
	for (const { start, end } of elementsOf(xml, opening)) {
		text += xml.slice(at, start);
		at = end;
	}
	return text + xml.slice(at);
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
	let [text, at] = ['', 0];
	for (;;) {
		const start = xml.indexOf(SECTION, at);
		const end = start < 0 ? -1 : xml.indexOf(SECTION_END, start + SECTION.length);
		if (end < 0) return text + entitiesResolved(xml.slice(at));
		// In a CDATA section nothing is escaped.
		text += entitiesResolved(xml.slice(at, start)) + xml.slice(start + SECTION.length, end);
		at = end + SECTION_END.length;
	}
}

function entitiesResolved(text: string): string {
	return text.replace(ENTITY, entityText);
}

function entityText(whole: string, name?: string, ...[decimal, hex = '']: string[]): string {
	if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
	const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
	return code <= LARGEST ? String.fromCodePoint(code) : whole;
}
