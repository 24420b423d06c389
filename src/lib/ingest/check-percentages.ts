import type { Issue } from '#lib/base/issue.ts';
import { localizeDecimal, toDecimal } from '#lib/base/format-number.ts';
import { parseDecimal, type Fraction } from '#lib/base/fraction.ts';
import { cellIssue } from './cell-issue.ts';
import type { Cell } from './grid.ts';
import { figureOf, type CellReading, type PercentReading, type RowReading } from './row-reading.ts';

const PERCENT = /^(\d{1,6})(?:[.,](\d{1,12}))?\s*(%?)$/;

/** Compares the percentages that rows state with those that their own counts give; more than 0,1 point is a warning. */
export function checkPercentages(rows: readonly RowReading[]): Issue[] {
	return rows.flatMap(({ row, cells, percentages }) =>
		percentages.flatMap((stated) => {
			const own = ownPercentage(cells, stated);
			if (!own || statesPercentage(stated.cell, own) !== false) return [];
			const { name: column, cell } = stated;
			const computed = localizeDecimal(toDecimal(own, 2), 'vi');
			const differing = { severity: 'warning', code: 'percentage-differs' } as const;
			return [cellIssue({ ...differing, row, column, cell, params: { computed } })];
		})
	);
}

/** Cells with a plain figure in columns that hold percentages: "90" between "91,67" and "93,33" is no count. */
export function figuresAmongPercentages(rows: readonly RowReading[]): Issue[] {
	const suspects = new Set(
		rows.flatMap(({ cells }) => cells.filter(isPercentage).map(({ measure }) => measure))
	);
	return [...suspects].flatMap((measure) => {
		const cells = rows.flatMap(({ row, cells: all }) =>
			all.filter((cell) => cell.measure === measure).map((cell) => ({ ...cell, row }))
		);
		const stated = cells.filter(({ reading }) => reading.state !== 'missing');
		const percentages = stated.filter(isPercentage);
		if (percentages.length < 2 || percentages.length * 2 <= stated.length) return [];
		return stated
			.filter(({ reading }) => reading.state === 'figure')
			.map(({ row, name: column, cell }) =>
				cellIssue({ severity: 'error', code: 'percentage', row, column, cell, params: { column } })
			);
	});
}

function isPercentage({ reading }: CellReading): boolean {
	return reading.state === 'unreadable' && reading.fault === 'percentage';
}

/** 100 × Σ numerator ÷ Σ denominator of the row; `undefined` where a figure is absent or the denominator is zero. */
function ownPercentage(
	cells: readonly CellReading[],
	{ percent }: PercentReading
): Fraction | undefined {
	const numerator = sumOf(cells, percent.numerator);
	const denominator = sumOf(cells, percent.denominator);
	if (numerator === undefined || !denominator) return undefined;
	return { numerator: numerator * 100n, denominator };
}

function sumOf(cells: readonly CellReading[], measures: readonly string[]): bigint | undefined {
	return measures.reduce<bigint | undefined>((sum, measure) => {
		const figure = figureOf(cells, measure);
		return sum === undefined || figure === undefined ? undefined : sum + figure;
	}, 0n);
}

/** Whether a cell states the percentage, as "91,67", "91,67%" or the fraction 0,9167; `undefined` where it states none. */
export function statesPercentage(cell: Cell, own: Fraction): boolean | undefined {
	const [, whole, decimals = '0', sign] = PERCENT.exec(String(cell ?? '').trim()) ?? [];
	if (whole === undefined) return undefined;
	const stated = parseDecimal(`${whole}.${decimals}`);
	if (isNear(stated, own)) return true;
	return sign !== '%' && isNear({ ...stated, numerator: stated.numerator * 100n }, own);
}

/** True within 0,1. */
function isNear(a: Fraction, b: Fraction): boolean {
	const difference = a.numerator * b.denominator - b.numerator * a.denominator;
	const distance = difference < 0n ? -difference : difference;
	return distance * 10n <= a.denominator * b.denominator;
}
