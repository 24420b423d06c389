import type { LegacyFont } from './grid.ts';
import { attributeOf, elementsOf } from './xml-text.ts';

const OLD_FONT = /(?:\.vn|vni-)/i;
const FONTS = /<((?:\w+:)?fonts)((?:[\s/][^<>]*)?)>/;
const FONT = /<((?:\w+:)?font)((?:[\s/][^<>]*)?)>/;
const NAME = /<(?:\w+:)?name(?=\s)([^<>]*)>/;
const CELL_STYLES = /<((?:\w+:)?cellXfs)((?:[\s/][^<>]*)?)>/;
const STYLE = /<(?:\w+:)?xf(?=\s)([^<>]*)>/g;

/**
 * The styles, by their numbers, that the style sheet of an .xlsx file sets in an old Vietnamese font; none where there
 * is no such font.
 */
export function legacyStyles(xml: string): Map<number, LegacyFont> {
	const found = new Map<number, LegacyFont>();
	if (!OLD_FONT.test(xml)) return found;
	const [listed] = elementsOf(xml, FONTS);
	const fonts = Array.from(elementsOf(listed?.inner ?? '', FONT), ({ inner }) =>
		legacyFont(attributeOf(NAME.exec(inner)?.[1] ?? '', 'val') ?? '')
	);
	const [cellStyles] = elementsOf(xml, CELL_STYLES);
	const styles = (cellStyles?.inner ?? '').matchAll(STYLE);
	for (const [at, [, style = '']] of [...styles].entries()) {
		const font = fonts[Number(attributeOf(style, 'fontId') ?? -1)];
		if (font) found.set(at, font);
	}
	return found;
}

/** What the font's name says of its letters: `.VnTime` is TCVN3, `.VnTimeH` its capitals, `VNI-Times` VNI. */
function legacyFont(name: string): LegacyFont | undefined {
	if (/^\.vn/i.test(name)) return { encoding: 'tcvn3', ...(/H$/.test(name) && { capitals: true }) };
	return /^vni[-\s]/i.test(name) ? { encoding: 'vni' } : undefined;
}
