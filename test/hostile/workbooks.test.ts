import { describe, expect, it } from 'vitest';
import { readFile } from '#lib/ingest/read-file.ts';
import { archiveOf } from './archive.ts';
import { outcomeOf } from './refusal.ts';
import { sheetData, workbookOf } from './workbook.ts';

const MANY = 400_000;
const sheet = (cells: string): string => `<sheetData><row>${cells}</row></sheetData>`;
const texts = (inner: string) => ({
	texts: `<sst>${inner}</sst>`,
	sheet: sheet('<c t="s"><v>0</v></c>')
});
const fonts = (inner: string) => ({
	styles: `<styleSheet><!--.vn-->${inner}</styleSheet>`,
	sheet: sheetData([['a']])
});

describe('XML that is never closed', () => {
	it.each([
		['values', { sheet: sheet(`<c>${'<v>'.repeat(MANY)}</c>`) }, 'file.empty'],
		[
			'texts in cells',
			{ sheet: sheet(`<c t="inlineStr">${'<t>'.repeat(MANY)}</c>`) },
			'file.empty'
		],
		['shared texts', texts('<si>'.repeat(MANY)), 'file.damaged'],
		['hints to reading', texts(`<si>${'<rPh >'.repeat(MANY)}</si>`), 'file.empty'],
		['sections', texts(`<si><t>${'<![CDATA['.repeat(MANY)}</t></si>`), [[1, 1]]],
		['closing tags with blanks', texts(`<si>${'</si    '.repeat(MANY)}`), 'file.damaged'],
		['fonts', fonts('<fonts>'.repeat(MANY)), [[1, 1]]],
		['kinds of cells', fonts('<cellXfs>'.repeat(MANY)), [[1, 1]]]
	])('costs no more than what is written: %s', async (_, parts, outcome) => {
		const found = await outcomeOf(workbookOf(parts));
		if (found !== 'file.long-cell') expect(found).toEqual(outcome);
	});
});

describe('a workbook', () => {
	it('with entities within entities says what is written, and nothing is looked up', async () => {
		const more = Array.from({ length: 9 }, (_, at) => {
			const inner = `&lol${at || ''};`.repeat(10);
			return `<!ENTITY lol${at + 1} "${inner}">`;
		});
		const outer = '<!ENTITY file SYSTEM "file:///etc/passwd">';
		const bytes = workbookOf({
			prologue: `<!DOCTYPE lolz [<!ENTITY lol "lol">${more.join('')}${outer}]>`,
			sheet: sheet('<c t="inlineStr"><is><t>&lol9;&file;</t></is></c>')
		});
		expect((await readFile({ name: 'a', bytes }))[0]?.rows).toEqual([['&lol9;&file;']]);
	});

	it('of one sheet under many names is refused', async () => {
		const names = Array.from({ length: 100 }, (_, at) => `S${at}`);
		expect(await outcomeOf(workbookOf({ names, sheet: sheetData([['a']]) }))).toBe('file.damaged');
	});

	it('with more sheets than anyone has is refused', async () => {
		const names = Array.from({ length: 501 }, (_, at) => `S${at}`);
		expect(await outcomeOf(workbookOf({ names }))).toBe('file.too-many-sheets');
	});

	it('with sheets named as what all objects have is read', async () => {
		const bytes = workbookOf({ names: ['__proto__'], sheet: sheetData([['a']]) });
		expect((await readFile({ name: 'a', bytes })).map((grid) => grid.sheet)).toEqual(['__proto__']);
	});

	it('that is very wide all the way down is refused', async () => {
		const rows = '<row><c r="XFD1"><v>1</v></c></row>'.repeat(1300);
		const bytes = workbookOf({ sheet: `<sheetData>${rows}</sheetData>` });
		expect(await outcomeOf(bytes)).toBe('file.too-many-cells');
	});

	it('that says it is the largest there can be is as large as what it holds', async () => {
		const dimension = '<dimension ref="A1:XFD1048576"/>';
		const blank = '<row></row>'.repeat(100_000);
		const bytes = workbookOf({
			sheet: `${dimension}<sheetData><row><c><v>1</v></c></row>${blank}</sheetData>`
		});
		expect(await outcomeOf(bytes)).toEqual([[1, 1]]);
	});

	it('of tags without end is refused', async () => {
		const bytes = workbookOf({ sheet: sheet('<c/>'.repeat(16_384)) });
		expect(await outcomeOf(bytes)).toBe('file.empty');
	});

	it('that hides the same columns and rows over and over tells them once', async () => {
		const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(100_000);
		const rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'.repeat(20_000);
		const bytes = workbookOf({ sheet: `<cols>${columns}</cols><sheetData>${rows}</sheetData>` });
		const [grid] = await readFile({ name: 'a', bytes });
		expect(grid).toEqual({ sheet: 'S', rows: [[1]], hiddenRows: [1], hiddenColumns: [1] });
	});

	it('with a cell longer than any is refused, naming the cell', async () => {
		const bytes = workbookOf({ sheet: sheetData([['a', 'b'.repeat(10_000_000)]]) });
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			'file.long-cell {"file":"a","row":"1","column":"B","most":100000}'
		);
	});

	it('with links over a whole sheet that calls itself something else is refused', async () => {
		const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="S!A1"/></hyperlinks>';
		const linked = workbookOf({ sheet: `${sheetData([['a']])}${links}`, root: 'worcsheet' });
		expect(await outcomeOf(linked)).toBe('file.damaged');
	});

	it('with styles beyond all measure is refused', async () => {
		const styles = `<styleSheet>${'<xf numFmtId="164"/>'.repeat(1_600_000)}</styleSheet>`;
		expect(await outcomeOf(workbookOf({ styles, sheet: sheetData([['a']]) }))).toBe(
			'file.unpacks-too-large'
		);
	});

	it('keeps what looks like markup as text', async () => {
		const names = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\u202egnp.xlsx'];
		const bytes = workbookOf({ sheet: sheetData([names]) });
		expect((await readFile({ name: 'a', bytes }))[0]?.rows).toEqual([names]);
	});
});

describe('an .ods file', () => {
	const document = (rows: string): Uint8Array =>
		archiveOf([
			{ name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
			{
				name: 'content.xml',
				content: `<office:document-content><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
			}
		]);
	const CELL =
		'<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';

	it('that repeats cells without end is refused', async () => {
		const cell = CELL.replace('-cell ', '-cell table:number-columns-repeated="1000" ');
		const row = `<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`;
		expect(await outcomeOf(document(row.repeat(50)))).toBe('file.too-many-cells');
	});

	const ROW = 'table:table-row';
	const blanks = (times: string): string =>
		`<table:table-cell table:number-columns-repeated="${times}"/>`;
	const valued = (times: string): string =>
		CELL.replace('-cell ', `-cell table:number-columns-repeated="${times}" `);
	const inRows = (times: string, inner: string): string =>
		`<${ROW} table:number-rows-repeated="${times}">${inner}</${ROW}>`;

	it.each([
		[
			'a closing tag that nothing opened',
			inRows('1000000', `${blanks('16384')}</table:table-cell>`)
		],
		['numbers with exponents', inRows('1e6', valued('1000'))],
		['names with an ending', inRows('1e6', valued('5')).replaceAll('-cell', '-cell_a')],
		['comments within tags', inRows('1e6', valued('5')).replaceAll('-cell', '-c<!-- -->ell')],
		[
			'a comment within a comment',
			inRows('1e6', valued('5')).replaceAll('-cell', '-c<!<!---->-- -->ell')
		]
	])('that repeats cells by %s is refused or read as it is written', async (_, rows) => {
		expect(['file.too-many-cells', 'file.empty']).toContain(await outcomeOf(document(rows)));
	});

	it.each([
		[
			'right of the last column',
			inRows('1', `${blanks('1000000000')}${CELL}`),
			'file.too-many-columns'
		],
		['below the last row', `${inRows('1000000000', '')}${inRows('1', CELL)}`, 'file.too-many-rows'],
		['in a row that says its number', `<行 行号="4000000000">${CELL}</行>`, 'file.damaged']
	])('with a cell %s is refused', async (_, rows, code) => {
		expect(await outcomeOf(document(rows))).toBe(code);
	});

	it('with a group of rows far down is as large as what it holds', async () => {
		const group = `<table:table-row-group><${ROW}></${ROW}></table:table-row-group>`;
		const rows = inRows('1', CELL) + inRows('4000000000', '') + group;
		expect(await outcomeOf(document(rows))).toEqual([[1, 1]]);
	});

	it('that hides more rows than there can be is read', async () => {
		const hidden = `<table:table-row table:number-rows-repeated="1000000" table:visibility="collapse"/>`;
		const row = `<table:table-row>${CELL}</table:table-row>`;
		expect(await outcomeOf(document(row + hidden.repeat(500)))).toEqual([[1, 1]]);
	});

	it('with attributes that are never closed costs no more than what is written', async () => {
		const rows = `<table:table-row ${`a="<table:table-row b='`.repeat(100_000)}`;
		expect(await outcomeOf(document(rows))).toBe('file.empty');
	});
});
