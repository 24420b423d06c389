import { AppError } from '#lib/base/app-error.ts';

const MOST_CELLS = 3_000_000;

/** What stands in a cell whose formula was never calculated: no figure, and no blank either. */
const UNCALCULATED = '#CALC!';

const CELL = /<(?:\w+:)?c[\s/>]/g;
const HYPERLINK = /(<(?:\w+:)?hyperlin)k(?=\s)/g;
const ISO_DATE = /(<(?:\w+:)?c\s[^<>]*\bt=)(?:"d"|'d')/g;
const FORMULA_WITHOUT_VALUE =
	/<(?:\w+:)?c(\s[^<>]*)>\s*<(?:\w+:)?f(?:\s[^<>]*?)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>/g;
const EMPTY_TEXT = /\bt=(?:"str"|'str')[^<>]*>.*<(?:\w+:)?v[\s/>]/s;
const ADDRESS = /\br=(?:"[A-Z]+\d+"|'[A-Z]+\d+')/;

/**
 * The XML of a worksheet of an .xlsx file, made safe for the reader: formulas without a kept result read `#CALC!`
 * instead of nothing, ISO dates stay text, and hyperlinks, which the reader lays on every cell of their range, are
 * left out. Throws AppError `file.too-many-cells` (`most`).
 */
export function settleWorksheet(xml: string): string {
	refuseMany(countOf(xml, CELL));
	const end = xml.lastIndexOf('sheetData');
	const head = xml.slice(0, end + 1).replace(FORMULA_WITHOUT_VALUE, uncalculatedCell);
	return head.replace(ISO_DATE, '$1"str"') + xml.slice(end + 1).replace(HYPERLINK, '$1x');
}

function uncalculatedCell(cell: string, attributes: string): string {
	if (EMPTY_TEXT.test(cell)) return cell;
	const address = ADDRESS.exec(attributes)?.[0] ?? '';
	return `<c ${address} t="str"><v>${UNCALCULATED}</v></c>`;
}

const OPEN_TAG = /<((?:\w+:)?table-(?:row|cell))((?:\s+[^\s=<>]+=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ROWS_REPEATED = /number-rows-repeated=["'](\d+)/;
const COLUMNS_REPEATED = /number-columns-repeated=["'](\d+)/;
const VALUE_TYPE = /\boffice:value-type=(["'])(\w+)\1/;
const VALUE = /\boffice:value=["']([^"']*)/;
const FORMULA = /\s(?:\w+:)?formula=/;

/**
 * The XML of an .ods file, made safe for the reader: values without a text beside them are not lost, and formulas
 * without a kept result read `#CALC!`. Throws AppError `file.too-many-cells` (`most`) where cells, each counted as often
 * as it is repeated, come to more.
 */
export function settleOpenDocument(xml: string): string {
	let cells = 0;
	let rows = 1;
	for (const [, element = '', attributes = '', closing] of xml.matchAll(OPEN_TAG)) {
		if (element.endsWith('row')) rows = Number(ROWS_REPEATED.exec(attributes)?.[1] ?? 1);
		else if (!closing || saysSomething(attributes))
			cells += rows * Number(COLUMNS_REPEATED.exec(attributes)?.[1] ?? 1);
		refuseMany(cells);
	}
	return xml.replace(OPEN_TAG, (tag, ...[element = '', attributes = '', closing]: string[]) => {
		if (!closing || !saysSomething(attributes)) return tag;
		const [type, , name] = VALUE_TYPE.exec(attributes) ?? [];
		if (name === 'string') return tag;
		if (name === undefined) return `<${element}${attributes} ${textValue(UNCALCULATED)}/>`;
		if (name !== 'percentage') return `<${element}${attributes}></${element}>`;
		const percent = Number(VALUE.exec(attributes)?.[1]) * 100;
		return `<${element}${attributes.replace(type ?? '', textValue(`${percent}%`))}/>`;
	});
}

function textValue(text: string): string {
	return `office:value-type="string" office:string-value="${text}"`;
}

const HIDDEN_STYLE =
	/<style:style\s([^<>]*family="table"[^<>]*)>\s*<style:table-properties\s[^<>]*table:display="false"/g;
const STYLE_NAME = /style:name="([^"]*)"/;
const TABLE = /<table:table\s([^<>]*[^/])>/g;
const TABLE_STYLE = /table:style-name="([^"]*)"/;

/** Which sheets of the XML of an .ods file are not shown, in their order. */
export function hiddenTables(xml: string): boolean[] {
	const styles = new Set(
		Array.from(
			xml.matchAll(HIDDEN_STYLE),
			([, attributes = '']) => STYLE_NAME.exec(attributes)?.[1]
		)
	);
	return Array.from(xml.matchAll(TABLE), ([, attributes = '']) => {
		const [, style] = TABLE_STYLE.exec(attributes) ?? [];
		return style !== undefined && styles.has(style);
	});
}

function saysSomething(attributes: string): boolean {
	return VALUE_TYPE.test(attributes) || FORMULA.test(attributes);
}

function refuseMany(cells: number): void {
	if (cells > MOST_CELLS) throw new AppError('file.too-many-cells', { most: MOST_CELLS });
}

function countOf(text: string, pattern: RegExp): number {
	let count = 0;
	for (const _ of text.matchAll(pattern)) count += 1;
	return count;
}
