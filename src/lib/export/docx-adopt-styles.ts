import type { OfficePackage } from './office-package.ts';
import { attributeOf, tagsOf } from './office-xml.ts';

/** What the styles of a report are called in the document that took them over. */
export interface AdoptedStyles {
	/** By the id that a report calls a style. */
	ids: ReadonlyMap<string, string>;
	/** Those of them, by the report's ids, that the document had already and that number their paragraphs themselves. */
	numbered: ReadonlySet<string>;
}

const STYLE = /<w:style(?=[ >]).*?<\/w:style>/gs;
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';

/**
 * Lets the office's document have the styles that the report uses: those that it has by name stay as they are there, the
 * others are added in the letters of the document.
 */
export function adoptStyles(
	into: { word: OfficePackage; document: string },
	{ from, used }: { from: OfficePackage; used: ReadonlySet<string> }
): AdoptedStyles {
	const path = into.word.followType(into.document, '/styles');
	const ours = stylesIn(from.text('word/styles.xml')).filter(({ id }) => used.has(id));
	if (path === undefined || !into.word.has(path)) return addAll(into, from, used);
	const xml = into.word.text(path);
	const theirs = stylesIn(xml);
	const ids = new Map<string, string>();
	const numbered = new Set<string>();
	const added: string[] = [];
	const normal = theirs.find(({ isDefault, type }) => isDefault && type === 'paragraph')?.id;
	for (const style of ours) {
		const same = theirs.find(({ name, type }) => name === style.name && type === style.type);
		ids.set(style.id, same?.id ?? freeId(style.id, theirs));
		if (same?.xml.includes('<w:numPr>')) numbered.add(style.id);
		if (!same) added.push(style.xml);
	}
	const renamed = added.map((style) => inTheirWords(style, { ids, normal }));
	into.word.replace(
		path,
		xml.replace('</w:styles>', () => `${renamed.join('')}</w:styles>`)
	);
	return { ids, numbered };
}

interface NamedStyle {
	id: string;
	/** In lower case, as Word tells styles apart. */
	name: string;
	type: string;
	isDefault: boolean;
	xml: string;
}

function stylesIn(xml: string): NamedStyle[] {
	return [...xml.matchAll(STYLE)].map(([style]) => {
		const head = tagsOf(style, 'style')[0] ?? '';
		return {
			id: attributeOf(head, 'w:styleId') ?? '',
			name: (attributeOf(tagsOf(style, 'name')[0] ?? '', 'w:val') ?? '').toLowerCase(),
			type: attributeOf(head, 'w:type') ?? 'paragraph',
			isDefault: /^(1|true|on)$/.test(attributeOf(head, 'w:default') ?? ''),
			xml: style
		};
	});
}

/** A document without styles takes those of the report whole. */
function addAll(
	{ word, document }: { word: OfficePackage; document: string },
	from: OfficePackage,
	used: ReadonlySet<string>
): AdoptedStyles {
	const path = word.freePath((number) => `word/styles${number === 1 ? '' : number}.xml`);
	word.add({ path, content: from.text('word/styles.xml'), contentType: TYPE });
	word.relate(document, { type: RELATION, target: path });
	return { ids: new Map([...used].map((id) => [id, id])), numbered: new Set() };
}

function freeId(id: string, theirs: readonly NamedStyle[]): string {
	const taken = new Set(theirs.map((style) => style.id));
	let free = id;
	for (let number = 2; taken.has(free); number++) free = `${id}${number}`;
	return free;
}

const SIZE = /<w:sz(?:Cs)? [^>]*\/>/g;
const NOTHING = /(?!)/;

/** A style of the report as the document's own: on its usual style, in its letters and its ink. */
function inTheirWords(
	style: string,
	{ ids, normal }: { ids: ReadonlyMap<string, string>; normal: string | undefined }
): string {
	const own = (id: string): string | undefined => (id === 'Normal' ? normal : ids.get(id));
	const letters = /w:styleId="(BodyText|ListBullet)"/.test(style) ? SIZE : NOTHING;
	return style
		.replace(letters, '')
		.replace(/w:styleId="([^"]*)"/, (_, id: string) => `w:styleId="${own(id) ?? id}"`)
		.replace(/<w:(basedOn|next|link) w:val="([^"]*)"\/>/g, (_, element: string, id: string) => {
			const known = own(id);
			return known === undefined ? '' : `<w:${element} w:val="${known}"/>`;
		})
		.replace(/<w:rFonts [^>]*\/>/g, '')
		.replace(/<w:color w:val="000000"\/>/g, '');
}
