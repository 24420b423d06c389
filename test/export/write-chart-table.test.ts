import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, it } from 'vitest';
import { drawOneChart } from '#lib/export/draw-one-chart.ts';
import { writeChartTable } from '#lib/export/write-chart-table.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { OneChart } from '#lib/views/one-chart.ts';
import { rankingToTake } from '#lib/views/one-chart-ranking.ts';
import { rated } from '#test/views/example-ground.ts';
import { takeGround } from '#test/views/take-example.ts';

const AT = new Date('2026-11-22T00:00:00Z');
let chart: OneChart;

beforeAll(() => {
	const figures = [
		rated('MH', '2024', { numerator: 1234, denominator: 2345 }),
		rated('Q1', '2024', { numerator: 234, denominator: 345 }),
		rated('Q2', '2024', { numerator: 1000, denominator: 2000 })
	];
	const taken = rankingToTake(takeGround(figures), { order: 'value', scope: 'below' });
	const [first, ...rows] = taken.shown.rows;
	const cells = [{ text: '=1+1' }, ...(first?.cells.slice(1) ?? [])];
	chart = { ...taken, shown: { ...taken.shown, rows: [{ depth: 0, cells }, ...rows] } };
});

it('writes what is shown as CSV under its title, unit and period, targets, state, source and code', async () => {
	const lines = textOf(await written('shown', 'csv')).split('\r\n');
	expect(lines[0]).toBe(`\ufeff${chart.title}`);
	expect(lines[1]).toBe('Các đơn vị trực thuộc · Thành phố · năm 2024');
	expect(lines).toContain(`Mã truy vết: ${chart.trace ?? ''}`);
	expect(lines.at(-5)).toMatch(/^'=1\+1,"50,00%",1\.000,2\.000,Chưa đạt,801,/);
});

it('writes all figures as CSV that is a table alone, with exact numbers and a point', async () => {
	const lines = textOf(await written('full', 'csv'))
		.trim()
		.split('\r\n');
	expect(lines).toHaveLength(1 + chart.full.rows.length);
	expect(lines[3]).toContain(`,234,345,${234 / 345},`);
	expect(lines[0]).toMatch(/,Nguồn$/);
	expect(lines[3]).toContain(chart.source);
});

it('writes a workbook whose numbers are numbers and whose texts are no formulas', async () => {
	const [grid] = await readFile({ name: 'a.xlsx', bytes: await written('shown', 'xlsx') });
	const rows = grid?.rows ?? [];
	expect(rows.find(([name]) => name === '=1+1')?.slice(1, 5)).toEqual([
		'50.00%',
		1000,
		2000,
		'Chưa đạt'
	]);
	const sheets = await readFile({ name: 'b.xlsx', bytes: await written('full', 'xlsx') });
	expect(sheets).toHaveLength(2);
	expect(sheets[0]?.rows).toHaveLength(1 + chart.full.rows.length);
});

it('writes Parquet with typed columns and the frame in the words of the file', async () => {
	const bytes = await written('full', 'parquet');
	const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
	const rows = await parquetReadObjects({ file: file as ArrayBuffer });
	expect(rows).toHaveLength(chart.full.rows.length);
	expect(rows[1]).toMatchObject({
		'Đơn vị': 'Quận 2',
		'Tử số': 1000n,
		'Mẫu số': 2000n,
		'Tỷ lệ': 0.5
	});
	const about = parquetMetadata(file as ArrayBuffer).key_value_metadata?.find(
		({ key }) => key === 'about'
	);
	expect(about?.value).toContain(chart.source);
});

it('gives the same bytes for the same chart', async () => {
	for (const format of ['csv', 'xlsx', 'parquet'] as const)
		expect(await written('full', format)).toEqual(await written('full', format));
});

it('draws the chart in its frame, text as text, with or without a ground', () => {
	const { svg, width, height } = drawOneChart(chart, { ground: '#ffffff' });
	expect([width, height > 200]).toEqual([960, true]);
	for (const words of ['Các đơn vị trực thuộc', 'Mã truy vết: ', 'trên 90%', 'Quận 1', 'Nguồn: '])
		expect(svg).toContain(words);
	expect(svg).toContain('font-family="&#39;Inter Variable&#39;');
	expect(svg).toContain('fill="#ffffff"');
	const clear = drawOneChart(chart, {}).svg;
	expect(clear).not.toMatch(/<rect width="960" height="\d+" fill="#ffffff"/);
});

function written(
	extent: 'shown' | 'full',
	format: 'csv' | 'xlsx' | 'parquet'
): Promise<Uint8Array> {
	return writeChartTable(chart, { extent, format, at: AT });
}

function textOf(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
