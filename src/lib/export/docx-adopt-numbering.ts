import type { OfficePackage } from './office-package.ts';
import { attributeOf, tagsOf } from './office-xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering';
const FORM = /<w:abstractNum(?=[ >]).*?<\/w:abstractNum>/gs;
const LIST = /<w:num(?=[ >]).*?<\/w:num>/gs;

/**
 * Lets the office's document have the numberings of the report beside its own: by how much the numbers of lists in the
 * report's text are to be raised.
 */
export function adoptNumbering(
	{ word, document }: { word: OfficePackage; document: string },
	from: OfficePackage
): number {
	const ours = from.text('word/numbering.xml');
	const path = word.followType(document, '/numbering');
	if (path === undefined || !word.has(path)) {
		const own = word.freePath((number) => `word/numbering${number === 1 ? '' : number}.xml`);
		word.add({ path: own, content: ours, contentType: TYPE });
		word.relate(document, { type: RELATION, target: own });
		return 0;
	}
	const theirs = word.text(path);
	const formsUp = highest(theirs, 'abstractNum', 'abstractNumId') + 1;
	const listsUp = highest(theirs, 'num', 'numId') + 1;
	const forms = found(ours, FORM).map((form) => raised(plain(form), 'w:abstractNumId="', formsUp));
	const lists = found(ours, LIST).map((list) =>
		raised(raised(list, 'w:numId="', listsUp), '<w:abstractNumId w:val="', formsUp)
	);
	word.replace(path, withBoth(theirs, forms.join(''), lists.join('')));
	return listsUp;
}

/** Forms of numbering stand before all lists, lists before what may follow them. */
function withBoth(xml: string, forms: string, lists: string): string {
	const opened = xml.replace(/<w:numbering([^>]*)\/>\s*$/, '<w:numbering$1></w:numbering>');
	const end = /<w:numIdMacAtCleanup|<\/w:numbering>/.exec(opened)?.index ?? opened.length;
	const first = /<w:num(?=[ >])/.exec(opened)?.index ?? end;
	return opened.slice(0, first) + forms + opened.slice(first, end) + lists + opened.slice(end);
}

function found(xml: string, pattern: RegExp): string[] {
	return [...xml.matchAll(pattern)].map(([whole]) => whole);
}

function highest(xml: string, element: string, attribute: string): number {
	const numbers = tagsOf(xml, element).map((tag) =>
		Number(attributeOf(tag, `w:${attribute}`) ?? 0)
	);
	return Math.max(0, ...numbers);
}

function raised(xml: string, before: string, by: number): string {
	return xml.replace(new RegExp(`(${before})(\\d+)`, 'g'), (_, start: string, number: string) => {
		return `${start}${Number(number) + by}`;
	});
}

/** Without attributes of later versions of Word, whose prefix the office's document may not declare. */
function plain(xml: string): string {
	return xml.replace(/ w1\d:\w+="[^"]*"/g, '');
}
