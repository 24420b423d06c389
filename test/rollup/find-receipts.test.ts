import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Receipt, quarterNumber, receiptLookup } from '#lib/base/receipts.ts';
import type { Period } from '#lib/base/period.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { type ReportedEntry, encodeEntries } from '#lib/rollup/encode-entries.ts';
import { findReceipts } from '#lib/rollup/find-receipts.ts';

const { templates } = productCatalogue();
type Cell = Pick<ReportedEntry, 'unit' | 'period' | 'measure' | 'state'>;

const cell = (measure: string, state: Cell['state'] = 'figure', period = '2024-Q4'): Cell => ({
	unit: 'MH01',
	period,
	measure,
	state
});

function receiptsOf(...submissions: (readonly Cell[])[]): ReturnType<typeof findReceipts> {
	const contents = submissions.map((cells, place) => ({
		sequence: place + 1,
		bytes: encodeEntries(cells.map((each) => ({ ...each, value: 0n, row: 1, column: 1 })))
	}));
	return findReceipts(contents, templates);
}

function receiptIn(
	submissions: (readonly Cell[])[],
	{ template = 'B1', period = '2024-Q4' } = {}
): Receipt | undefined {
	const quarter = quarterNumber(period);
	const lookup = receiptLookup(receiptsOf(...submissions));
	return lookup({ unit: 'MH01', template, from: quarter, to: quarter });
}

describe('a sheet has arrived', () => {
	test('with the first submission that brings a figure of it', () => {
		expect(receiptIn([[cell('b2.dv_dau')], [cell('b1.tccsd')], [cell('b1.xl')]])).toEqual({
			first: 2,
			newest: 3
		});
	});

	test('with "x" as well as with a figure', () => {
		expect(receiptIn([[cell('b1.tccsd', 'not-applicable')]])).toEqual({ first: 1, newest: 1 });
	});

	test('not with blanks alone', () => {
		expect(receiptIn([[cell('b1.tccsd', 'missing')]])).toBeUndefined();
	});

	test('no more once every figure was taken back, and anew with the next', () => {
		const arrived = [cell('b1.tccsd'), cell('b1.dbcs')];
		const emptied = [cell('b1.tccsd', 'missing'), cell('b1.dbcs', 'missing')];
		expect(receiptIn([arrived, emptied])).toBeUndefined();
		expect(receiptIn([arrived, emptied, arrived])).toEqual({ first: 3, newest: 3 });
	});

	test('still where only some figures were taken back', () => {
		const arrived = [cell('b1.tccsd'), cell('b1.dbcs')];
		expect(receiptIn([arrived, [cell('b1.dbcs', 'missing')]])).toEqual({ first: 1, newest: 1 });
		const exchanged = [cell('b1.tccsd', 'missing'), cell('b1.dbcs')];
		expect(receiptIn([[cell('b1.tccsd')], exchanged])).toEqual({ first: 1, newest: 2 });
	});

	test('where one submission both brings a figure and calls it missing', () => {
		const split = [cell('b1.tccsd', 'missing'), cell('b1.tccsd'), cell('b1.tccsd', 'missing')];
		expect(receiptIn([split])).toEqual({ first: 1, newest: 1 });
	});

	test('for the last quarter where the figure is that of the year or half-year', () => {
		const whole = [[cell('b1.xl', 'figure', '2024')], [cell('b1.xl', 'figure', '2024-H1')]];
		expect(receiptIn(whole, { period: '2024-Q4' })).toEqual({ first: 1, newest: 1 });
		expect(receiptIn(whole, { period: '2024-Q2' })).toEqual({ first: 2, newest: 2 });
		expect(receiptIn(whole, { period: '2024-Q3' })).toBeUndefined();
	});

	test('in the order of commit, in whatever order the submissions are given', () => {
		const [older, newer] = [1, 2].map((sequence) => ({
			sequence,
			bytes: encodeEntries([{ ...cell('b1.xl'), value: 1n, row: 1, column: 1 }])
		}));
		expect(findReceipts([newer!, older!], templates)).toEqual(
			findReceipts([older!, newer!], templates)
		);
	});
});

test('a report over several quarters has arrived with any of them', () => {
	const submissions = [
		[cell('b5.qh_nu', 'figure', '2024-Q4')],
		[cell('b5.qh_nu', 'figure', '2024-Q2')]
	];
	const lookup = receiptLookup(receiptsOf(...submissions));
	const year = { from: quarterNumber('2024-Q1'), to: quarterNumber('2024') };
	expect(lookup({ unit: 'MH01', template: 'B5', ...year })).toEqual({ first: 1, newest: 2 });
	expect(lookup({ unit: 'MH02', template: 'B5', ...year })).toBeUndefined();
	expect(lookup({ unit: 'MH01', template: 'B9', ...year })).toBeUndefined();
});

test('what has arrived is what is in force cell by cell', () => {
	const cells = fc.record({
		unit: fc.constantFrom('MH01', 'MH02'),
		period: fc.constantFrom<Period>('2024-Q3', '2024-Q4'),
		measure: fc.constantFrom('b1.xl', 'b1.xs', 'b2.kn'),
		state: fc.constantFrom<Cell['state']>('figure', 'not-applicable', 'missing')
	});
	fc.assert(
		fc.property(fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 5 }), (submissions) => {
			const lookup = receiptLookup(receiptsOf(...submissions));
			for (const unit of ['MH01', 'MH02']) {
				for (const period of ['2024-Q3', '2024-Q4']) {
					const quarter = quarterNumber(period);
					const receipt = lookup({ unit, template: 'B1', from: quarter, to: quarter });
					expect(receipt !== undefined).toBe(isInForce(submissions, { unit, period }));
				}
			}
		})
	);
});

/** Whether any measure of B1 holds a figure or "x", each measure by the newest submission that speaks of it. */
function isInForce(
	submissions: readonly (readonly Cell[])[],
	{ unit, period }: { unit: string; period: Period }
): boolean {
	return ['b1.xl', 'b1.xs'].some((measure) => {
		const newest = submissions.findLast((cells) => cells.some(isAsked));
		return newest?.some((each) => isAsked(each) && each.state !== 'missing');
		function isAsked(each: Cell): boolean {
			return each.unit === unit && each.period === period && each.measure === measure;
		}
	});
}
