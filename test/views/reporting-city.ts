import type { Receipts } from '#lib/base/receipts.ts';
import { quarterNumber } from '#lib/base/receipts.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import type { Unit } from '#lib/units/unit.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { ReportedSubmission, ReportingGround } from '#lib/views/reporting.ts';

const always = { level: 'xa', kind: 'Phường', validFrom: '2020-01-01' };
const gone = { ...always, validTo: '2025-06-30' };

/** A city of two wards under a district until 30 June 2025, of one ward since, and of one body all along. */
export const CITY_UNITS: Unit[] = [
	{ ...always, code: 'C', name: 'Thành phố' },
	{ ...gone, code: 'D', name: 'Quận Đông', parent: 'C' },
	{ ...gone, code: 'D1', name: 'Phường Một', parent: 'D' },
	{ ...gone, code: 'D2', name: 'Phường Hai', parent: 'D' },
	{ ...always, code: 'B', name: 'Khối cơ quan', parent: 'C' },
	{ ...always, code: 'N', name: 'Phường Mới', parent: 'C', validFrom: '2025-07-01' }
];

/** What arrived: whose, which sheet, for which quarter, first and last by which submission. */
export type Arrival = [
	unit: string,
	template: string,
	period: string,
	first: number,
	newest?: number
];

/** The submissions 1 to 4: in time for the first quarter of 2025, a day late for it, provisional, and a correction. */
const CITY_SUBMISSIONS: ReportedSubmission[] = [
	{ sequence: 1, file: 'dung-han.csv', at: '2025-04-10T16:59:59Z', state: 'official' },
	{ sequence: 2, file: 'muon.csv', at: '2025-04-10T17:00:00Z', state: 'official' },
	{ sequence: 3, file: 'tam-tinh.csv', at: '2025-04-01T00:00:00Z', state: 'provisional' },
	{ sequence: 4, file: 'sua.csv', at: '2025-05-01T00:00:00Z', state: 'official' }
];

/** The city with these arrivals, on a day. */
export function cityGround(arrivals: readonly Arrival[], today: string): ReportingGround {
	return {
		tree: createUnitTree(CITY_UNITS),
		deadlines: productDeadlines(),
		receipts: receiptsOf(arrivals),
		submissions: CITY_SUBMISSIONS,
		today
	};
}

function receiptsOf(arrivals: readonly Arrival[]): Receipts {
	const units = [...new Set(arrivals.map(([unit]) => unit))];
	const templates = [...new Set(arrivals.map(([, template]) => template))];
	const numbers = arrivals.map(([, , period]) => quarterNumber(period));
	const quarters = [...new Set(numbers)].sort((a, b) => a - b);
	const length = units.length * templates.length * quarters.length;
	const [first, newest] = [new Int32Array(length), new Int32Array(length)];
	for (const [unit, template, period, from, last = from] of arrivals) {
		const report = units.indexOf(unit) * templates.length + templates.indexOf(template);
		const place = report * quarters.length + quarters.indexOf(quarterNumber(period));
		first[place] = from;
		newest[place] = last;
	}
	return { units, templates, quarters, first, newest };
}
