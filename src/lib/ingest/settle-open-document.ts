import { checkRepeats } from './check-repeats.ts';

/** What stands in a cell whose formula was never calculated: no figure, and no blank either. */
const UNCALCULATED = '#CALC!';

const OPEN_TAG =
	/<((?:\w+:)?table-(?:row|cell))((?:\s+[^\s=<>]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const VALUE_TYPE = /\boffice:value-type=(["'])(\w+)\1/;
const VALUE = /\boffice:value=["']([^"']*)/;
const FORMULA = /\s(?:\w+:)?formula=/;

/** The XML without its comments and without a document type, which the reader would take out in ways of its own. */
export function withoutComments(xml: string): string {
	const bare = xml.includes('<!--') ? xml.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : xml;
	return bare.replaceAll(/<!(?=--|DOCTYPE)/g, '<! ');
}

/**
 * The XML of an .ods file, made safe for the reader: values without a text beside them are not lost, and formulas
 * without a kept result read `#CALC!`. Throws AppError where cells, each counted as often as it is repeated, come to
 * more than is read (`checkRepeats`).
 */
export function settleOpenDocument(xml: string): string {
	const settled = xml.replace(
		OPEN_TAG,
		(tag, ...[element = '', attributes = '', closing]: string[]) => {
			if (!closing || !saysSomething(attributes)) return tag;
			const [type, , name] = VALUE_TYPE.exec(attributes) ?? [];
			if (name === 'string') return tag;
			if (name === undefined) return `<${element}${attributes} ${textValue(UNCALCULATED)}/>`;
			if (name !== 'percentage') return `<${element}${attributes}></${element}>`;
			const percent = Number(VALUE.exec(attributes)?.[1]) * 100;
			return `<${element}${attributes.replace(type ?? '', textValue(`${percent}%`))}/>`;
		}
	);
	checkRepeats(settled);
	return settled;
}

function textValue(text: string): string {
	return `office:value-type="string" office:string-value="${text}"`;
}

function saysSomething(attributes: string): boolean {
	return VALUE_TYPE.test(attributes) || FORMULA.test(attributes);
}
