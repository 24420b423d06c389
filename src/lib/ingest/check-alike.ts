import { compareFractions, parseDecimal } from '#lib/base/fraction.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Issue } from '#lib/base/issue.ts';
import { kindOf, lastQuarterOf, yearBefore, yearOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { BesideContext } from './beside-context.ts';
import type { Entry } from './draft.ts';

/** Indicators that targets want at this share or above may well stand at 100 %; women's shares never do. */
const HIGH = parseDecimal('90');

/** A row that says nearly what the unit's row of the period before says. */
interface CopiedRow {
	first: Entry;
	same: number;
	compared: number;
	periodEarlier: Period;
	/** How many figures that are alike count what happened, and are no stocks. */
	moving: number;
}

/**
 * Rows whose figures are nearly all those of the period before, year-end ones aside: a sheet that was copied. Where
 * hardly more is alike than stocks, which may well stand still (hamlets), it is one remark a sheet.
 */
export function copiedForward(context: BesideContext): Issue[] {
	const copied = rowsOf(context).flatMap((row) => copiedRow(row, context) ?? []);
	const isMoving = ({ moving }: CopiedRow): boolean => moving >= context.limits.copiedLeastMoving;
	const still = groupBy(
		copied.filter((row) => !isMoving(row)),
		({ first }) => `${first.period} ${context.templateOf(first.measure)}`
	);
	return [
		...copied.filter(isMoving).map((row) => copiedIssue([row], { severity: 'warning', context })),
		...[...still.values()].map((rows) => copiedIssue(rows, { severity: 'info', context }))
	];
}

function copiedRow(row: readonly Entry[], context: BesideContext): CopiedRow | undefined {
	const { copiedPercent, copiedLeastFigures } = context.limits;
	const [first] = row;
	if (!first) return undefined;
	const periodEarlier = periodBefore(first.period);
	const pairs = row.flatMap(({ unit, measure, value }) => {
		const rule = context.measures.get(measure)?.overTime;
		const earlier = context.figures.seriesOf(unit, measure).get(periodEarlier);
		if (rule === 'year' || typeof earlier !== 'bigint') return [];
		return [{ isSame: earlier === value, isZero: value === 0n, isStock: rule === 'end' }];
	});
	const same = pairs.filter(({ isSame }) => isSame);
	if (pairs.length < copiedLeastFigures || same.every(({ isZero }) => isZero)) return undefined;
	if (same.length * 100 < copiedPercent * pairs.length) return undefined;
	const moving = same.filter(({ isStock, isZero }) => !isStock && !isZero).length;
	return { first, same: same.length, compared: pairs.length, periodEarlier, moving };
}

function copiedIssue(
	rows: readonly CopiedRow[],
	{ severity, context }: { severity: Issue['severity']; context: BesideContext }
): Issue {
	const [{ first, same, compared, periodEarlier }] = rows as [CopiedRow];
	const unit = context.nameOf(first);
	const more = rows.length > 1 && { units: rows.length };
	const params = { unit, same, compared, period: first.period, periodEarlier, ...more };
	return rowIssue(first, { severity, code: 'copied', params });
}

/** Rows in which every ratio that could be 100 % is exactly that, several of them with a large denominator. */
export function fullEverywhere(context: BesideContext): Issue[] {
	const { fullLeastRatios, fullLeastDenominator } = context.limits;
	const indicators = wholeIndicators(context.catalogue);
	return rowsOf(context).flatMap((row) => {
		const [first] = row;
		if (!first) return [];
		const figures = new Map(row.map(({ measure, value }) => [measure, value]));
		const ratios = indicators.flatMap(({ numerator, denominator }) => {
			const [part, whole] = [sumOf(numerator, figures), sumOf(denominator, figures)];
			return part === undefined || !whole
				? []
				: [{ part, whole, key: denominator.join() + numerator.join() }];
		});
		const large = ratios.filter(({ whole }) => whole >= BigInt(fullLeastDenominator));
		const count = new Set(large.map(({ key }) => key)).size;
		if (count < fullLeastRatios || ratios.some(({ part, whole }) => part !== whole)) return [];
		const params = { unit: context.nameOf(first), ratios: count, period: first.period };
		return [rowIssue(first, { severity: 'warning', code: 'full-everywhere', params })];
	});
}

/** The figures of one unit, period and sheet together. */
function rowsOf({ entries, templateOf }: BesideContext): Entry[][] {
	const figures = entries.filter(({ state }) => state === 'figure');
	const groups = groupBy(
		figures,
		({ unit, period, measure }) => `${unit} ${period} ${templateOf(measure)}`
	);
	return [...groups.values()];
}

function rowIssue(
	{ row }: Entry,
	{ severity, code, params }: Pick<Issue, 'severity' | 'code' | 'params'>
): Issue {
	return { severity, code, row, params };
}

/** Indicators whose numerator is a part of the denominator, and of which a target wants nearly all. */
export function wholeIndicators({ indicators, targets }: Catalogue): Indicator[] {
	const high = new Set(
		targets
			.filter(({ threshold }) => threshold !== undefined && isHigh(threshold.value))
			.map(({ indicator }) => indicator)
	);
	return indicators.filter(
		({ id, denominator, mayExceed }) => high.has(id) && denominator.length > 0 && !mayExceed
	);
}

function isHigh(value: string): boolean {
	return compareFractions(parseDecimal(value), HIGH) >= 0;
}

function sumOf(
	measures: readonly string[],
	figures: ReadonlyMap<string, bigint>
): bigint | undefined {
	return measures.reduce<bigint | undefined>((sum, measure) => {
		const figure = figures.get(measure);
		return sum === undefined || figure === undefined ? undefined : sum + figure;
	}, 0n);
}

/** The period of the same kind directly before: `2024-Q4` before `2025-Q1`. */
export function periodBefore(period: Period): Period {
	const kind = kindOf(period);
	if (kind === 'year') return yearBefore(period);
	const [letter, count] = kind === 'quarter' ? ['Q', 4] : ['H', 2];
	const number = (lastQuarterOf(period) * count) / 4;
	return number > 1
		? `${yearOf(period)}-${letter}${number - 1}`
		: `${yearOf(period) - 1}-${letter}${count}`;
}
