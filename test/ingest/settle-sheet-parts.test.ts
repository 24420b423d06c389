import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { openDocumentOf, sheetOfXml } from './write-spreadsheet.ts';

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
		const bytes = sheetOfXml(`<sheetData><row>${'<c/>'.repeat(3_000_001)}</row></sheetData>`);
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.too-many-cells', { file: 'a', most: 3_000_000 })
		);
	});
});

describe('the XML of an .ods file', () => {
	const cell = 'table:table-cell';
	it.each([
		[
			'a value without a text beside it',
			`<${cell} office:value-type="float" office:value="5"/>`,
			5
		],
		[
			'a percentage without a text beside it',
			`<${cell} office:value-type="percentage" office:value="1"/>`,
			'100%'
		],
		['a formula never calculated', `<${cell} table:formula="of:=1+1"/>`, '#CALC!'],
		[
			'a percentage without a format',
			`<${cell} office:value-type="percentage" office:value="1"><text:p>100%</text:p></${cell}>`,
			'100%'
		]
	])('gives %s', async (_, xml, expected) => {
		const bytes = openDocumentOf(`<table:table-row>${xml}</table:table-row>`);
		expect((await readFile({ name: 'a', bytes }))[0]?.rows).toEqual([[expected]]);
	});

	it('marks a sheet whose style hides it', async () => {
		const bytes = openDocumentOf(
			`<table:table-row><${cell} office:value-type="float" office:value="5"/></table:table-row>`,
			{ display: false }
		);
		expect(await readFile({ name: 'a', bytes })).toEqual([
			{ sheet: 'S', hidden: true, rows: [[5]] }
		]);
	});

	it('is refused where repeated cells come to too many', async () => {
		const repeated = `<${cell} table:number-columns-repeated="16384" office:value-type="float" office:value="5"/>`;
		const bytes = openDocumentOf(
			`<table:table-row table:number-rows-repeated="1048576">${repeated}</table:table-row>`
		);
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.too-many-cells', { file: 'a', most: 3_000_000 })
		);
	});
});
