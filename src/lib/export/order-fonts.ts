import type { OfficePackage } from './office-package.ts';

const STYLES = 'xl/styles.xml';
const FONT = /<font>(.*?)<\/font>/gs;
const PART = /<(\w+)\b[^>]*\/>/g;
const ORDER = [
	...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign'],
	...['sz', 'color', 'name', 'family', 'charset', 'scheme']
];

/** Sets the parts of each font of a workbook in the order of the schema, which its writer does not keep. */
export function orderFonts(book: OfficePackage): void {
	const ordered = book.text(STYLES).replace(FONT, (_, parts: string) => {
		const sorted = [...parts.matchAll(PART)].toSorted(
			([, a = ''], [, b = '']) => ORDER.indexOf(a) - ORDER.indexOf(b)
		);
		return `<font>${sorted.map(([part]) => part).join('')}</font>`;
	});
	book.replace(STYLES, ordered);
}
