import { strFromU8, unzipSync } from 'fflate';

/** The parts of an office file whose path is like that, as text. */
function partsLike(bytes: Uint8Array, pattern: RegExp): string[] {
	return Object.entries(unzipSync(bytes, { filter: ({ name }) => pattern.test(name) }))
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([, content]) => strFromU8(content));
}

/** The texts of the cells of every table of a Word file or of slides, row by row. */
export function tableTexts(bytes: Uint8Array): string[][] {
	return partsLike(bytes, /^(word\/document|ppt\/slides\/slide\d+)\.xml$/).flatMap((xml) =>
		elements(xml, '[wa]:tr').map((row) => elements(row, '[wa]:tc').map(textOf))
	);
}

/** The numbers that the charts of an office file keep to be drawn from, chart by chart and series by series. */
export function chartNumbers(bytes: Uint8Array): number[][] {
	return partsLike(bytes, /\/charts\/chart\d+\.xml$/).flatMap((xml) =>
		elements(xml, 'c:(?:val|yVal)').map((values) =>
			elements(values, 'c:pt').map((point) => Number(elements(point, 'c:v').map(textOf)[0]))
		)
	);
}

/** The numbers in the cells of every sheet of a workbook. */
export function sheetNumbers(bytes: Uint8Array): number[] {
	return partsLike(bytes, /^xl\/worksheets\/sheet\d+\.xml$/).flatMap((xml) =>
		[...xml.matchAll(/<c(?![^>]*t="(?:s|str|inlineStr|b|e)")[^>]*><v>([^<]*)<\/v>/g)].map(
			([, number]) => Number(number)
		)
	);
}

function elements(xml: string, name: string): string[] {
	return [...xml.matchAll(new RegExp(`<(${name})(?=[ >])[^>]*>(.*?)</\\1>`, 'gs'))].map(
		([, , inner = '']) => inner
	);
}

/** The words of an element, without its tags. */
function textOf(xml: string): string {
	return xml
		.replace(/<(?:w|a):tab\/>/g, '\t')
		.replace(/<[^>]*>/g, '')
		.replace(/&(lt|gt|quot|apos|amp|#\d+);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Record<string, string> = {
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	amp: '&',
	'#34': '"',
	'#39': "'"
};
