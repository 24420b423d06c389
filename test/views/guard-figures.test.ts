import { expect, it } from 'vitest';
import { type FigureGuard, guardFigures, type ShownFigure } from '#lib/views/guard-figures.ts';
import { type Figure, factsOf } from './example-facts.ts';

const CASES = 'discipline-member';
const BELOW = 5;

it('withholds small disciplinary cases and the cheapest sibling, and leaves the unmarked alone', () => {
	const guard = guardOf([
		...table(CASES, { city: [90, 120], east: [50, 60], west: [38, 56], north: [2, 4] }),
		...table('plan-women', { city: [9, 20], east: [1, 6], west: [6, 10], north: [2, 4] })
	]);
	expect(told(guard, CASES)).toEqual({
		city: undefined,
		east: undefined,
		west: { numerator: 'complement', denominator: 'complement' },
		north: { numerator: 'small', denominator: 'small' }
	});
	expect(Object.values(told(guard, 'plan-women')).every((each) => each === undefined)).toBe(true);
});

it('counts a unit that is not shown as a rest, which protects and is protected', () => {
	const shown = { city: [90, 120], east: [48, 60], west: [30, 56] } as const;
	expect(told(guardOf(table(CASES, shown)), CASES).east).toBeUndefined();
	const small = { city: [90, 120], east: [48, 60], west: [40, 58] } as const;
	expect(told(guardOf(table(CASES, small)), CASES).west).toEqual({
		numerator: 'complement',
		denominator: 'complement'
	});
	const telling = { city: [80, 118], east: [48, 60], west: [30, 58] } as const;
	expect(told(guardOf(table(CASES, telling)), CASES).west).toEqual({ numerator: 'complement' });
});

it('withholds in the year what it withholds in the quarter that the year takes', () => {
	const shape = { city: [90, 120], east: [50, 60], west: [38, 56], north: [2, 4] } as const;
	const guard = guardOf([...table(CASES, shape, '2024'), ...table(CASES, shape, '2024-Q4')]);
	expect(told(guard, CASES, '2024')).toEqual(told(guard, CASES, '2024-Q4'));
	expect(told(guard, CASES, '2024').north).toEqual({ numerator: 'small', denominator: 'small' });
});

type Shape = Readonly<
	Partial<Record<'city' | 'east' | 'west' | 'north', readonly [number, number]>>
>;

function table(indicator: string, shape: Shape, period = '2024'): Figure[] {
	return Object.entries(shape).map(([unit, [numerator, denominator]]) => ({
		...{ unit, period, indicator, numerator, denominator }
	}));
}

function guardOf(figures: Figure[]): FigureGuard {
	const { catalogue, totals } = factsOf(...figures);
	const shown = figures.map(({ unit, period, indicator }): ShownFigure => {
		return { path: unit === 'city' ? ['city'] : ['city', 'wing', unit], period, indicator };
	});
	return guardFigures({ catalogue, totals, below: BELOW, figures: shown });
}

function told(
	guard: FigureGuard,
	indicator: string,
	period = '2024'
): Record<string, ReturnType<FigureGuard>> {
	return Object.fromEntries(
		['city', 'east', 'west', 'north'].map((unit) => [unit, guard(unit, period, indicator)])
	);
}
