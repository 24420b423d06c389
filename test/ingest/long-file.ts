import fc from 'fast-check';
import {
	largeFigure,
	largeMeasures,
	largeUnitList,
	places,
	quarterBefore,
	unitCode
} from '#scripts/large/large-figures.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Entry } from '#lib/ingest/draft.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';

const HEADER = 'ma_don_vi,ky,ma_so_lieu,gia_tri';
const UNITS = 12;

/** Units as the large sets of the benchmark have them. */
export async function longUnits(count = UNITS): Promise<Unit[]> {
	const bytes = new TextEncoder().encode(largeUnitList(count));
	const [grid] = await readFile({ name: 'units.csv', bytes });
	return readUnits(grid ?? { rows: [] }).units;
}

/** The rows of a long file as cells: unit, period, measure, figure. */
function longRows({ units, quarters }: { units: number; quarters: number }): string[][] {
	const measures = largeMeasures();
	return places(quarters).flatMap((back) => {
		const period = quarterBefore(quarters - 1 - back);
		return places(units).flatMap((place) =>
			measures.map((measure, at) => {
				const figure = largeFigure({ place, at }, measure, period);
				return [unitCode(place), period, measure.id, String(figure)];
			})
		);
	});
}

/** The entries of a clean long file of so many units and quarters. */
export async function longEntries(size: { units: number; quarters: number }): Promise<Entry[]> {
	const units = await longUnits();
	const bytes = new TextEncoder().encode(longFile(size));
	const [draft] = await draftFile({
		name: 'long.csv',
		bytes,
		catalogue: productCatalogue(),
		units
	});
	return draft?.entries ?? [];
}

/** A clean long file of so many units and quarters. */
export function longFile(size: { units: number; quarters: number }): string {
	return [HEADER, ...longRows(size).map((row) => row.join(','))].join('\n') + '\n';
}

const VALUES = [
	'',
	'-',
	'x',
	'0',
	'007',
	'1.234',
	'1,5%',
	'12,5',
	'không',
	'-4',
	'1.5',
	'99999999',
	'123456789',
	'3000000000',
	'nt',
	'4 người',
	'"7"',
	'1e3',
	'²',
	'12/15',
	'0.5'
];
const UNIT_NAMES = [
	'',
	'BM',
	'BM-H01',
	'Đảng bộ xã số 3',
	'dang bo xa so 4',
	'Xã Không Có',
	'Tổng cộng',
	'Nguyễn Văn An',
	'BM-H99-00001',
	' BM-H02-00002 '
];
const PERIODS = ['', 'Quý IV/2024', '2024', '2024-H2', 'Q1 2024', '2024-Q5', 'năm 2024', '1999-Q1'];
const MEASURES = ['', 'B6.TS', 'b1.ts', 'b2.kn_lk', 'b4.xs', 'không có', 'Tổng số', 'b7.x'];
const COLUMNS = [UNIT_NAMES, PERIODS, MEASURES, VALUES];
const WHOLE_LINES = [
	',,,',
	'Ghi chú: số liệu tạm tính,,,',
	'Người lập biểu,,,',
	',,,5',
	'BM-H01-00001,,,',
	'Hà Nội ngày 1 tháng 2 năm 2024,,,',
	HEADER
];

/** One change of a file: a cell written over, a line doubled, left out or put in. */
const change = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ at: fc.nat(), column: fc.nat(3), text: fc.nat() }) },
	{ weight: 2, arbitrary: fc.record({ at: fc.nat(), plus: fc.integer({ min: -300, max: 300 }) }) },
	{ weight: 1, arbitrary: fc.record({ at: fc.nat(), double: fc.nat() }) },
	{ weight: 1, arbitrary: fc.record({ at: fc.nat(), without: fc.constant(true) }) },
	{ weight: 1, arbitrary: fc.record({ at: fc.nat(), line: fc.nat() }) }
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(rows: readonly string[][], each: Change): string[][] {
	const at = each.at % rows.length;
	const row = [...(rows[at] ?? [])];
	if ('column' in each) {
		const texts = COLUMNS[each.column] ?? VALUES;
		row[each.column] = texts[each.text % texts.length] ?? '';
		return rows.with(at, row);
	}
	if ('plus' in each) {
		row[3] = String(Math.max(0, Number(row[3]) + each.plus));
		return rows.with(at, row);
	}
	if ('double' in each) return rows.toSpliced(each.double % rows.length, 0, row);
	if ('without' in each) return rows.toSpliced(at, 1);
	const line = WHOLE_LINES[each.line % WHOLE_LINES.length] ?? '';
	return rows.toSpliced(at, 0, line.split(','));
}

/** Long files with doubtful rows here and there, and what may be said of them beside. */
export function dirtyLines(): fc.Arbitrary<{
	text: string;
	said: { answers?: Record<string, string>; period?: string };
}> {
	return fc
		.record({
			size: fc.record({
				units: fc.integer({ min: 1, max: UNITS }),
				quarters: fc.integer({ min: 1, max: 5 })
			}),
			changes: fc.array(change, { maxLength: 12 }),
			order: fc.constantFrom('by period', 'backwards', 'by measure'),
			ends: fc.constantFrom('\n', '\r\n'),
			delimiter: fc.constantFrom(',', ';', '\t'),
			mark: fc.boolean(),
			said: fc.record(
				{
					period: fc.constantFrom('2024-Q4', '2023-Q2'),
					answers: fc.constantFrom<Record<string, string>>(
						{ comma: 'thousands' },
						{ 'unit:xa khong co': 'none' },
						{ 'unit:xa khong co': 'BM-H03-00003', other: 'x' }
					)
				},
				{ requiredKeys: [] }
			)
		})
		.map(({ size, changes, order, ends, delimiter, mark, said }) => {
			const rows = longRows(size);
			if (order === 'backwards') rows.reverse();
			if (order === 'by measure')
				rows.sort((a, b) => ((a[2] ?? '') < (b[2] ?? '') ? -1 : a[2] === b[2] ? 0 : 1));
			const dirty = changes.reduce(changed, rows);
			const lines = [HEADER.split(','), ...dirty].map((row) =>
				row.map((cell) => cell.replaceAll(delimiter, ' ')).join(delimiter)
			);
			return { text: (mark ? '\ufeff' : '') + lines.join(ends) + ends, said };
		});
}
