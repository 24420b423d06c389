import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Ground } from '#lib/views/indicator-ground.ts';
import { type ScorecardUnit, scorecardUnits, type UnitScope } from '#lib/views/scorecard-units.ts';
import { factsOf, type Figure } from './example-facts.ts';

const COMMON = { kind: 'Phường', level: 'xa', validFrom: '2020-01-01' };

/** A city of two districts with wards below them, and an agency. */
const TREE = createUnitTree([
	{ ...COMMON, code: 'MH', name: 'Thành phố' },
	{ ...COMMON, code: 'Q1', name: 'Quận Nhất', parent: 'MH' },
	{ ...COMMON, code: 'P10', name: 'Phường 10', parent: 'Q1' },
	{ ...COMMON, code: 'P2', name: 'Phường 2', parent: 'Q1' },
	{ ...COMMON, code: 'KCQ', name: 'Khối cơ quan', parent: 'MH' },
	{ ...COMMON, code: 'Q2', name: 'Quận Hai', parent: 'MH' },
	{ ...COMMON, code: 'PDA', name: 'Phường Đông Anh', parent: 'Q2' }
]);

/** The city with these figures. */
export function cityOf(...figures: Figure[]): Ground {
	return { facts: factsOf(...figures), tree: TREE };
}

/** A figure of the share of organisations rated good or better in 2024, whose target is over 90 %. */
export function rated(unit: string, numerator: number, denominator: number): Figure {
	return { unit, period: '2024', indicator: 'grassroots-rated-good', numerator, denominator };
}

/** The units of the city that a scorecard of 2024 lists, the city itself first. */
export function unitsOf(ground: Ground, scope: UnitScope): ScorecardUnit[] {
	return scorecardUnits(ground, { path: ['MH'], period: '2024', scope });
}
