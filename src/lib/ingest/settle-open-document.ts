import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';

/** What stands in a cell whose formula was never calculated: no figure, and no blank either. */
const UNCALCULATED = '#CALC!';

const OPEN_TAG =
	/<((?:\w+:)?table-(?:row|cell))((?:\s+[^\s=<>]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
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

function saysSomething(attributes: string): boolean {
	return VALUE_TYPE.test(attributes) || FORMULA.test(attributes);
}

function refuseMany(cells: number): void {
	const most = MOST.writtenCells;
	if (cells > most) throw new AppError('file.too-many-cells', { most });
}
