import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { openDocumentOf } from './write-spreadsheet.ts';

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

	it('is refused where a table within a repeated row has it repeated too', async () => {
		const value = `<${cell} office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>`;
		const bytes = openDocumentOf(
			`<table:table-row table:number-rows-repeated="1048576"><table:table table:name="T">${value.repeat(4)}`
		);
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.too-many-cells', { file: 'a', most: 3_000_000 })
		);
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

	it('tells the rows and columns that it hides though they hold something', async () => {
		const seven = `<${cell} office:value-type="float" office:value="7"/>`;
		const columns =
			'<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="3"/>';
		const rows = ['', ' table:visibility="filter"', ' table:visibility="collapse"'].map(
			(attribute) => `<table:table-row${attribute}>${seven}${seven}</table:table-row>`
		);
		const blank = `<table:table-row table:visibility="collapse"><${cell}/></table:table-row>`;
		const bytes = openDocumentOf([columns, blank, ...rows].join(''));
		expect(await readFile({ name: 'a', bytes })).toEqual([
			{
				sheet: 'S',
				rows: [
					[null, null],
					[7, 7],
					[7, 7],
					[7, 7]
				],
				hiddenRows: [3, 4],
				hiddenColumns: [2]
			}
		]);
	});
});
