import type { OfficePackage } from './office-package.ts';
import { attributeOf } from './office-xml.ts';

const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
/** What a spreadsheet takes for the start of a formula when the cell is typed anew, in full width too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const ITEM = /<si>\s*<t[^>]*>([^<]?)/g;
const CELL = /(<c\b[^>]*\bt="s"[^>]*>)<v>(\d+)<\/v>/g;
const LOOKS = /<cellXfs count="\d+">(.*?)<\/cellXfs>/s;
const LOOK = /<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs;

/**
 * Marks the texts of a workbook that look like formulas as texts, as Excel does for what is typed after an apostrophe: so
 * they stay texts when a cell is edited, copied or saved as CSV.
 */
export function quoteTexts(book: OfficePackage): void {
	if (!book.has(STRINGS)) return;
	const dangers = new Set(
		[...book.text(STRINGS).matchAll(ITEM)].flatMap(([, first = ''], at) =>
			FORMULA.test(first) ? [String(at)] : []
		)
	);
	if (dangers.size === 0) return;
	const looks = [...(LOOKS.exec(book.text(STYLES))?.[1] ?? '').matchAll(LOOK)].map(
		([look]) => look
	);
	const quoted = new Map<string, number>();
	for (const path of book.paths().filter((path) => path.startsWith('xl/worksheets/'))) {
		const sheet = book.text(path).replace(CELL, (whole, cell: string, text: string) => {
			if (!dangers.has(text)) return whole;
			const look = attributeOf(cell, 's') ?? '0';
			const marked = quoted.get(look) ?? looks.length + quoted.size;
			quoted.set(look, marked);
			return `${withLook(cell, marked)}<v>${text}</v>`;
		});
		book.replace(path, sheet);
	}
	const added = [...quoted.keys()].map((look) => quotedLook(looks[Number(look)] ?? '<xf/>'));
	const all = [...looks, ...added];
	const written = `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`;
	book.replace(
		STYLES,
		book.text(STYLES).replace(LOOKS, () => written)
	);
}

function withLook(cell: string, look: number): string {
	const bare = cell.replace(/\ss="\d+"/, '');
	return bare.replace(/>$/, ` s="${look}">`);
}

function quotedLook(look: string): string {
	return look.replace(/^<xf\b/, '<xf quotePrefix="1"');
}
