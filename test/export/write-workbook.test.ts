import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { OfficePackage } from '#lib/export/office-package.ts';
import { writeWorkbook } from '#lib/export/write-workbook.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const at = new Date('2026-11-21T08:00:00Z');
const report = smallReport('vi');
const bytes = await writeWorkbook(report, { at });
const book = OfficePackage.open(bytes)!;
const { sheets } = await readXlsx(bytes);
const tables = report.sections.flatMap(({ blocks }) =>
	blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
);
const charts = report.sections.flatMap(({ blocks }) =>
	blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
);

test('the summary stands first, every section with anything in it has a sheet', () => {
	expect(sheets.map(({ name }) => name)).toEqual(['Tổng hợp', '1. Tổ chức cơ sở đảng']);
});

test('a number is the number itself, letters stay in its format, words are words', () => {
	const [table] = tables;
	const rows = sheets[0]!.rows;
	const head = rows.findIndex((row) => row[0] === table!.columns[0]!.title);
	const read = table!.rows.map((_, at) =>
		table!.columns.map((_, column) => rows[head + 1 + at]![column] ?? '')
	);
	expect(read).toEqual(
		table!.rows.map(({ cells }) => cells.map(({ text, number }) => number?.value ?? text))
	);
	expect(book.text('xl/styles.xml')).toContain('formatCode="0.00%&quot; [p]&quot;"');
});

test('each chart is drawn from cells that hold its values', () => {
	const parts = book.paths().filter((path) => path.startsWith('xl/charts/'));
	expect(parts).toHaveLength(charts.length);
	for (const [at, path] of parts.entries()) {
		const drawn = [...book.text(path).matchAll(/<c:val>.*?<c:f>(.*?)<\/c:f>(.*?)<\/c:val>/gs)];
		for (const [, cells = '', cache = ''] of drawn) {
			const points = [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/g)];
			const count = Number(/ptCount val="(\d+)"/.exec(cache)![1]);
			expect(count).toBe(charts[at]!.categories.length);
			const cached = Array.from({ length: count }, (): unknown => null);
			for (const [, place, value] of points) cached[Number(place)] = Number(value);
			expect(cellsAt(cells)).toEqual(cached);
		}
	}
});

/** What stands in the cells that a chart names. */
function cellsAt(formula: string): unknown[] {
	const text = formula.replaceAll('&apos;', "'");
	const [, name, from, first, , last] = /^'(.*)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(text)!;
	const rows = sheets.find((sheet) => sheet.name === name)!.rows;
	const column = from!.charCodeAt(0) - 65;
	return rows.slice(Number(first) - 1, Number(last)).map((row) => row[column] ?? null);
}

test('the head of the table stays in sight, repeats on each page, and rows are grouped by depth', () => {
	const sheet = book.text('xl/worksheets/sheet1.xml');
	expect(sheet).toContain('ySplit="4"');
	expect(book.text('xl/workbook.xml')).toMatch(
		/<definedName name="_xlnm.Print_Titles"[^>]*>[^<]*\$4:\$4</
	);
	expect(sheet.match(/outlineLevel="\d"/g)).toEqual(['outlineLevel="1"', 'outlineLevel="2"']);
	expect(sheet).toContain('<sheetFormatPr outlineLevelRow="2"');
	expect(sheet).toContain('paperSize="9"');
});

test('a status is coloured by a rule on its word', () => {
	const sheet = book.text('xl/worksheets/sheet1.xml');
	expect(sheet).toContain('<conditionalFormatting sqref="E5:E7">');
	expect(sheet).toContain('<formula>"Chưa đạt"</formula>');
});

test('no text is a formula, and what looks like one is marked as text for good', () => {
	const formulas = book
		.paths()
		.filter((path) => path.startsWith('xl/worksheets/'))
		.flatMap((path) => book.text(path).match(/<f>.*?<\/f>/g) ?? []);
	// The width of a band is the difference of its ends.
	expect(formulas.every((formula) => /^<f>[A-Z]\d+-[A-Z]\d+<\/f>$/.test(formula))).toBe(true);
	const looks = [...book.text('xl/styles.xml').matchAll(/<xf\b[^>]*>/g)];
	const quoted = looks.filter(([look]) => look.includes('quotePrefix="1"'));
	expect(quoted).toHaveLength(1);
	expect(sheets[0]!.rows.flat()).toContain('=HYPERLINK("x")');
});

test('letters are explained on the sheet that they stand on, and nowhere else', () => {
	const [summary, indicator] = sheets.map(({ rows }) => rows.flat().join('\n'));
	expect(summary).toContain('[c] che để bảo vệ cá nhân');
	expect(summary).not.toContain('[r] ');
	expect(indicator).toContain('[b] gián đoạn chuỗi số liệu');
	expect(indicator).not.toContain('[c] ');
});

test('the same report at the same time gives the same bytes', async () => {
	expect(await writeWorkbook(report, { at })).toEqual(bytes);
});

test('tables are printed without the data of the charts, charts on pages of their own', () => {
	const [area] = /'1\. Tổ chức cơ sở đảng'!\$A\$1:[^<]*/.exec(book.text('xl/workbook.xml'))!;
	const columns = area.split(',').map((part) => part.replace(/^.*!/, '').replace(/\$\d+/g, ''));
	expect(new Set(columns)).toEqual(new Set(['$A:$F', '$H:$H']));
});

test('a number is never wider than its column, with the letters and the verdict that stand beside it', async () => {
	const long = {
		text: '97,58% [p] · Không áp dụng',
		number: { value: 0.9758, unit: 'ratio', decimals: 2 }
	} as const;
	const [table] = tables;
	const [first, ...rows] = table!.rows;
	const cells = first!.cells.map((cell, at) => (at === 3 ? long : cell));
	const wide = { ...table!, rows: [{ ...first!, cells }, ...rows] };
	const section = { id: 'scorecard', title: 'Bảng điểm', level: 1 as const };
	const written = await writeWorkbook(
		{ ...report, sections: [{ ...section, blocks: [{ kind: 'table', table: wide }] }] },
		{ at }
	);
	const xml = OfficePackage.open(written)!.text('xl/worksheets/sheet2.xml');
	const widths = [...xml.matchAll(/<col min="\d+" max="\d+" width="([\d.]+)"/g)].map(([, width]) =>
		Number(width)
	);
	expect(widths[3]).toBeGreaterThan(long.text.length);
});

test('a sheet without charts says itself where its pages end', async () => {
	const items = Array.from({ length: 60 }, (_, at) => [{ text: `Việc ${at}. `.repeat(20) }]);
	const section = { id: 'tasks', title: 'Nhiệm vụ', level: 1 as const };
	const written = await writeWorkbook(
		{ ...report, sections: [{ ...section, blocks: [{ kind: 'list', items }] }] },
		{ at }
	);
	const xml = OfficePackage.open(written)!.text('xl/worksheets/sheet2.xml');
	const breaks = [...xml.matchAll(/<brk id="(\d+)" max="16383" man="1"\/>/g)];
	expect(breaks.length).toBeGreaterThan(2);
});
