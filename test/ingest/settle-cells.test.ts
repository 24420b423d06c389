import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { readCell } from '#lib/ingest/row-reading.ts';
import { exampleUnits } from './example-units.ts';

fc.configureGlobal({ numRuns: 60 });

const units = await exampleUnits();
const header = ['Đơn vị', 'Số TCCSĐ được đánh giá, xếp loại', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'];

describe('a part and its whole in one cell', () => {
	const cellOf = (name: string, cell: Cell) =>
		readCell({ measure: 'b1.xs', column: 3, name, cell }).reading;

	it.each([
		[
			'HTXSNV/tổng số',
			'12/15',
			{ state: 'figure', value: 12n, remark: 'first-of-two', params: { whole: '15' } }
		],
		[
			'HTXSNV/Tổng',
			'04/10',
			{ state: 'figure', value: 4n, remark: 'first-of-two', params: { whole: '10' } }
		],
		['HTXSNV/tổng số', '25/20', { state: 'unreadable', fault: 'two-numbers' }],
		['HTXSNV', '12/15', { state: 'unreadable', fault: 'two-numbers' }]
	])('under “%s” %s is read as %o', (name, cell, reading) => {
		expect(cellOf(name, cell)).toEqual(reading);
	});
});

describe('blank ratings of a row', () => {
	const level = fc.nat({ max: 3 });
	const blank = fc.constantFrom(null, '', '-', '–');

	it('are zero exactly where the levels that are filled make up the whole', () => {
		fc.assert(
			fc.property(fc.tuple(level, level, level, level), level, blank, (levels, more, mark) => {
				const whole = levels.reduce((sum, each) => sum + each, 0) + more;
				const cells = levels.map((each) => (each === 0 ? mark : each));
				const draft = draftOf([header, ['MH01', whole, ...cells]]);
				const states = draft.entries.slice(1).map(({ state, value }) => [state, Number(value)]);
				if (more > 0 && !levels.includes(0)) {
					expect(draft.rows.rejected).toBe(1);
					return;
				}
				const isProven = more === 0;
				expect(states).toEqual(
					levels.map((each) => (each > 0 || isProven ? ['figure', each] : ['missing', 0]))
				);
			})
		);
	});
});

function draftOf(rows: Cell[][]): Draft {
	const grid = { rows: [['NĂM 2024'], ...rows] };
	const catalogue = productCatalogue();
	const [draft] = draftGrid({ grid, file: 'b1.csv', sha256: '', catalogue, units });
	if (!draft) throw new Error('no draft');
	return draft;
}
