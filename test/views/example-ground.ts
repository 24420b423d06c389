import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Ground } from '#lib/views/indicator-ground.ts';
import { factsOf, type Figure } from './example-facts.ts';

const OLD = { kind: 'Quận', level: 'huyen', parent: 'MH', validFrom: '2020-01-01' };
const UNTIL = '2025-06-30';

/** A city whose three districts became one ward on 1 July 2025; its agencies stayed. */
export const EXAMPLE_TREE = createUnitTree([
	{ code: 'MH', name: 'Thành phố', kind: 'Thành phố', level: 'tinh', validFrom: '2020-01-01' },
	{ ...OLD, code: 'Q1', name: 'Quận 1', validTo: UNTIL },
	{ ...OLD, code: 'Q2', name: 'Quận 2', validTo: UNTIL },
	{ ...OLD, code: 'Q10', name: 'Quận 10', validTo: UNTIL },
	{ ...OLD, code: 'P1', name: 'Phường 1', kind: 'Phường', level: 'xa', validFrom: '2025-07-01' },
	{ ...OLD, code: 'KCQ', name: 'Khối cơ quan', kind: 'Khối cơ quan', level: 'xa' }
]);

/** The example city with these figures. */
export function groundOf(...figures: Figure[]): Ground {
	return { facts: factsOf(...figures), tree: EXAMPLE_TREE };
}

/** A figure of the share of organisations rated good or better. */
export function rated(unit: string, period: string, counts: Partial<Figure>): Figure {
	return { unit, period, indicator: 'grassroots-rated-good', ...counts };
}
