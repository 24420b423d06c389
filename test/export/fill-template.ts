import { CFB } from '@e965/xlsx';
import { unzip } from '#lib/ingest/unzip.ts';

/** The part of the library that knows containers, of which it tells no types. */
interface Containers {
	write: (container: object, options: { type: 'array'; fileType: 'zip' }) => Uint8Array;
	utils: {
		cfb_new: (options: { root: string }) => object;
		cfb_add: (container: object, name: string, content: Uint8Array) => void;
	};
}

const containers = CFB as Containers;

/** The parts of a workbook as text, by their paths. */
export async function partsOf(workbook: Uint8Array): Promise<Map<string, string>> {
	const parts = await unzip(workbook, /./);
	return new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

/** The workbook with these cells (`D10`) of one sheet, counted from 1, written over, as Excel saves it. */
export async function fillCells(
	workbook: Uint8Array,
	sheet: number,
	cells: ReadonlyMap<string, number | string>
): Promise<Uint8Array> {
	const parts = await partsOf(workbook);
	const path = `xl/worksheets/sheet${sheet}.xml`;
	const filled = [...cells].reduce(
		(xml, [place, value]) => fillCell(xml, place, value),
		parts.get(path) ?? ''
	);
	const zip = containers.utils.cfb_new({ root: 'R' });
	for (const [name, text] of parts) {
		const content = new TextEncoder().encode(name === path ? filled : text);
		containers.utils.cfb_add(zip, `/${name}`, content);
	}
	return new Uint8Array(containers.write(zip, { type: 'array', fileType: 'zip' }));
}

function fillCell(xml: string, place: string, value: number | string): string {
	const cell = new RegExp(`<c r="${place}"( s="\\d+")?(?: t="\\w+")?(?:/>|>(<f>.*?</f>)?.*?</c>)`);
	if (!cell.test(xml)) throw new Error(`The template has no cell ${place}.`);
	return xml.replace(cell, (_, style = '', formula = '') =>
		typeof value === 'number'
			? `<c r="${place}"${style}>${formula}<v>${value}</v></c>`
			: `<c r="${place}"${style} t="inlineStr"><is><t>${value}</t></is></c>`
	);
}
