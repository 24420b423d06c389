import type { Issue } from '#lib/base/issue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { checkBeside } from '#lib/ingest/check-beside.ts';
import type { Entry } from '#lib/ingest/draft.ts';
import { figuresInForce } from '#lib/ingest/figures.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

const catalogue = productCatalogue();
const limits = productSettings().checks;
const words = { kind: 'Phường', level: 'xa' };
const units: Unit[] = [
	{ code: 'MH', name: 'Thành phố', kind: 'Thành phố', level: 'tinh', validFrom: '2010-01-01' },
	{ code: 'A', name: 'Phường A', parent: 'MH', validFrom: '2010-01-01', ...words },
	{ code: 'B', name: 'Phường B', parent: 'MH', validFrom: '2010-01-01', ...words },
	{
		...{ code: 'C', name: 'Phường C', parent: 'MH', ...words },
		...{ validFrom: '2010-01-01', validTo: '2025-06-30' }
	}
];
const tree = createUnitTree(units);

/** `A 2024-Q4 b7.cb` → its figure, "x" or "-". */
export type Sheet = Record<string, number | 'x' | '-'>;

function entriesOf(sheet: Sheet): Entry[] {
	return Object.entries(sheet).map(([place, value], at) => {
		const [unit = '', period = '', measure = ''] = place.split(' ');
		const state = value === 'x' ? 'not-applicable' : value === '-' ? 'missing' : 'figure';
		const figure = typeof value === 'number' ? BigInt(value) : 0n;
		return { unit, period, measure, state, value: figure, row: 4 + at, column: 3 };
	});
}

/** What is found in drafted cells beside sheets in force, the oldest first: rows from 4 on, all in column C. */
export function check(drafted: Sheet, ...inForce: Sheet[]): Issue[] {
	const beside = figuresInForce(inForce.map(entriesOf));
	return checkBeside(entriesOf(drafted), { beside, catalogue, tree, limits });
}

/** The rules that are broken, or the codes of what else was found. */
export function codes(issues: readonly Issue[]): (string | undefined)[] {
	return issues.map(({ code, params = {} }) => String(params['check'] ?? code));
}

/** Quarters from 2019 on, one figure each. */
export function history(measure: string, figures: readonly number[], unit = 'A'): Sheet {
	return Object.fromEntries(
		figures.map((figure, at) => [`${unit} ${quarter(at)} ${measure}`, figure])
	);
}

/** The quarter that many quarters after the first of 2019. */
export function quarter(at: number): string {
	return `${2019 + Math.floor(at / 4)}-Q${1 + (at % 4)}`;
}
