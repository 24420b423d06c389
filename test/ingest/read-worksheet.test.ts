import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { sheetOfXml } from './write-spreadsheet.ts';

describe('the XML of an .xlsx file', () => {
	it.each([
		['a kept result', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
		['a kept zero', '<c r="A1"><f>1-1</f><v>0</v></c>', 0],
		['a formula never calculated', '<c r="A1"><f>1+1</f></c>', '#CALC!'],
		['a formula with an empty result', '<c r="A1" s="0"><f>1+1</f><v></v></c>', '#CALC!'],
		['a shared formula never calculated', '<c r="A1"><f t="shared" si="0"/><v/></c>', '#CALC!'],
		['a text formula never calculated', '<c r="A1" t="str"><f>A2&amp;""</f></c>', '#CALC!'],
		['a text in its cell', '<c r="A1" t="inlineStr"><is><t>Bến Đá</t></is></c>', 'Bến Đá'],
		['an ISO day', '<c r="A1" t="d"><v>2024-03-31</v></c>', '2024-03-31'],
		['a decomposed text', '<c r="A1" t="str"><v>Bê\u0301n</v></c>', 'Bến'],
		['a new kind of error', '<c r="A1" t="e"><v>#SPILL!</v></c>', '#SPILL!']
	])('gives %s', async (_, cell, expected) => {
		const xml = `<sheetData><row r="1">${cell}<c r="B1"><v>1</v></c></row></sheetData>`;
		expect((await readFile({ name: 'a', bytes: sheetOfXml(xml) }))[0]?.rows).toEqual([
			[expected, 1]
		]);
	});

	it('gives a text formula that says nothing as a blank', async () => {
		const cell = '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>';
		const xml = `<sheetData><row r="1">${cell}</row></sheetData>`;
		expect((await readFile({ name: 'a', bytes: sheetOfXml(xml) }))[0]?.rows).toEqual([[null, 1]]);
	});

	it('takes no room for what a sheet only claims to hold', async () => {
		const row =
			'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>';
		const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="S!A1"/></hyperlinks>';
		const xml = `<dimension ref="A1:XFD1048576"/><sheetData>${row}</sheetData>${links}`;
		expect((await readFile({ name: 'a', bytes: sheetOfXml(xml) }))[0]?.rows).toEqual([[1]]);
	});

	it('is refused where a cell far away makes the table too large', async () => {
		const row = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
		const bytes = sheetOfXml(`<sheetData>${row}</sheetData>`);
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.too-many-cells', { file: 'a', most: 50_000_000 })
		);
	});

	it('is refused where it holds more cells than can be read', async () => {
		const row = `<row>${'<c></c>'.repeat(15_000)}</row>`;
		const bytes = sheetOfXml(`<sheetData>${row.repeat(201)}</sheetData>`);
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.too-many-cells', { file: 'a', most: 3_000_000 })
		);
	});
});

describe('a worksheet', () => {
	const cell = (address: string, value: number): string =>
		`<c r="${address}" s="0"><v>${value}</v></c>`;
	const rowOf = (row: number, attributes = ''): string =>
		`<row r="${row}" ${attributes}>${cell(`A${row}`, row)}${cell(`C${row}`, 7)}</row>`;

	it('tells the rows that it hides though they hold something, filtered ones and flat ones too', async () => {
		const rows = [rowOf(1), rowOf(2, 'hidden="1"'), rowOf(3, 'ht="0" customHeight="1"'), rowOf(4)];
		const blank = '<row r="5" hidden="1"><c r="A5" s="0"/></row>';
		const xml = `<sheetData>${rows.join('')}${blank}</sheetData><autoFilter ref="A1:C4"/>`;
		const [grid] = await readFile({ name: 'a', bytes: sheetOfXml(xml) });
		expect(grid).toEqual({
			sheet: 'S',
			rows: [1, 2, 3, 4].map((row) => [row, null, 7]),
			hiddenRows: [2, 3]
		});
	});

	it('tells the columns that it hides though they hold something', async () => {
		const columns =
			'<cols><col min="2" max="3" width="9" hidden="1"/><col min="9" max="9" width="0"/></cols>';
		const [grid] = await readFile({
			name: 'a',
			bytes: sheetOfXml(`${columns}<sheetData>${rowOf(1)}</sheetData>`)
		});
		expect(grid).toEqual({ sheet: 'S', rows: [[1, null, 7]], hiddenColumns: [3] });
	});

	it('tells its merged ranges, of which the first cell alone is seen', async () => {
		const xml = `<sheetData>${rowOf(1)}${rowOf(2)}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>`;
		const [grid] = await readFile({ name: 'a', bytes: sheetOfXml(xml) });
		expect(grid).toEqual({
			sheet: 'S',
			rows: [
				[1, null, null],
				[2, null, 7]
			],
			merges: [{ top: 1, left: 1, bottom: 1, right: 3 }]
		});
	});

	it('tells the cells of text that are set in an old Vietnamese font', async () => {
		const names = ['Calibri', '.VnTime', '.VnTimeH', 'VNI-Times'];
		const fonts = names.map((name) => `<font><sz val="11"/><name val="${name}"/></font>`).join('');
		const styles = names.map((_, at) => `<xf numFmtId="0" fontId="${at}"/>`).join('');
		const texts = names.map((_, at) => `<c s="${at}" t="str"><v>Bé</v></c>`).join('');
		const xml = `<sheetData><row r="1">${texts}<c s="1"><v>24</v></c></row></sheetData>`;
		const [grid] = await readFile({
			name: 'a',
			bytes: sheetOfXml(xml, {
				styles: `<fonts count="4">${fonts}</fonts><cellXfs count="4">${styles}</cellXfs>`
			})
		});
		expect(grid?.legacyFonts).toEqual([
			{ row: 1, column: 2, encoding: 'tcvn3' },
			{ row: 1, column: 3, encoding: 'tcvn3', capitals: true },
			{ row: 1, column: 4, encoding: 'vni' }
		]);
	});

	it.each([
		['runs of rich text', '<is><r><t>Bến </t></r><r><rPr><b/></rPr><t>Đá</t></r></is>', 'Bến Đá'],
		['no phonetic hints', '<is><t>Bến</t><rPh sb="0" eb="1"><t>x</t></rPh></is>', 'Bến'],
		['entities and escaped line ends', '<is><t>a&amp;b&#x1EBF;_x000D_&#10;c</t></is>', 'a&bế\nc'],
		['a CDATA section', '<is><t><![CDATA[a < b &amp;]]></t></is>', 'a < b &amp;']
	])('gives %s as text', async (_, inner, expected) => {
		const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr">${inner}</c></row></sheetData>`;
		expect((await readFile({ name: 'a', bytes: sheetOfXml(xml) }))[0]?.rows).toEqual([[expected]]);
	});

	it('keeps what should be a number and is none as the text that it is', async () => {
		const xml = '<sheetData><row r="1"><c r="A1"><v>1O</v></c></row></sheetData>';
		expect((await readFile({ name: 'a', bytes: sheetOfXml(xml) }))[0]?.rows).toEqual([['1O']]);
	});

	it('is refused as damaged where it speaks of a shared text that there is not', async () => {
		const xml = '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>';
		await expect(readFile({ name: 'a', bytes: sheetOfXml(xml) })).rejects.toThrow(
			new AppError('file.damaged', { file: 'a' })
		);
	});
});
