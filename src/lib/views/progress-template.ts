import { isInForce } from '#lib/assess/assess.ts';
import { dueDays } from '#lib/assess/due-occurrences.ts';
import { addDays } from '#lib/base/local-day.ts';
import { say } from '#lib/base/messages.ts';
import {
	kindOf,
	lastDayOf,
	lastQuarterOf,
	type Period,
	yearBefore,
	yearOf
} from '#lib/base/period.ts';
import { progressPartOf, type ProgressFact, type ProgressState } from '#lib/base/progress.ts';
import type { Catalogue, Undertaking } from '#lib/catalogue/catalogue.ts';
import { indicatorOf, measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { periodName } from './sentence-period.ts';

/** One row of the sheet B8 that is filled in beforehand; what stands in its other cells is asked for. */
export interface ProgressTemplateRow {
	code: string;
	content: string;
	unitCode: string;
	unit: string;
	period: string;
	/** What is counted, where that is known. */
	counted?: string;
}

/** What the sheet is drawn up for, and what was said in earlier ones. */
export interface ProgressTemplateChoice {
	catalogue: Catalogue;
	tree: UnitTree;
	/** The unit's code. */
	unit: string;
	period: Period;
	progress: readonly ProgressFact[];
}

const CLOSED: ReadonlySet<ProgressState> = new Set<ProgressState>([
	...(['done', 'on-time', 'late', 'met', 'none-arising'] as const)
]);

/**
 * The rows of B8 for a unit: at the top of the tree the targets that B8 feeds, thresholds still to be set, and the
 * milestones, duties and tasks that are not done; everywhere the reports that fall due in the period, one a unit that
 * owes it. In Vietnamese in both languages, as the sheet is.
 */
export function progressTemplateRows(choice: ProgressTemplateChoice): ProgressTemplateRow[] {
	const { catalogue, tree, unit: code, period } = choice;
	const day = lastDayOf(period);
	const unit = tree.find(code, day);
	if (!unit) return [];
	const leaves = tree.leavesOn(code, day);
	const isTop = tree.parentOn(code, day) === undefined;
	const rowOf = (of: Unit) => (about: Omit<ProgressTemplateRow, 'unit' | 'unitCode'>) => ({
		...about,
		...{ unit: of.name, unitCode: of.code }
	});
	const { undertakings } = catalogue;
	const ofTop = undertakings.filter(({ owedBy }) => owedBy === undefined);
	const ofUnits = undertakings.filter(({ owedBy }) => owedBy === 'each-unit');
	const own = isTop
		? [...targetRows(choice), ...ofTop.flatMap((each) => askedOf(each, choice))]
		: [];
	return [
		...own.map(rowOf(unit)),
		...ofUnits.flatMap((each) =>
			leaves.flatMap((leaf) => askedOf(each, { ...choice, unit: leaf.code }).map(rowOf(leaf)))
		)
	];
}

type Asked = Omit<ProgressTemplateRow, 'unit' | 'unitCode'>;

/** The targets in force that B8 feeds, each where its figure is asked for, and the thresholds left to others. */
function targetRows({ catalogue, period, unit, progress }: ProgressTemplateChoice): Asked[] {
	const measures = measuresOf(catalogue);
	return catalogue.targets
		.filter((target) => isInForce(target, yearOf(period)))
		.flatMap((target): Asked[] => {
			const indicator = indicatorOf(catalogue, target.indicator);
			const content = (target.name ?? indicator?.name)?.vi;
			if (!indicator || content === undefined) return [];
			const about = { code: target.id, content };
			if (target.kind === 'external' && !target.threshold) {
				const isSet = progress.some(
					({ code, unit: of, plan }) => code === target.id && of === unit && plan !== undefined
				);
				const asked = { ...about, period: nameOf(String(yearOf(period))), counted: '%' };
				return isSet ? [] : [asked];
			}
			const [measure = ''] = indicator.numerator;
			if (progressPartOf(measure)?.code !== target.id) return [];
			const isYearly = measures.get(measure)?.overTime === 'year';
			if (isYearly && lastQuarterOf(period) !== 4) return [];
			const asked = isYearly ? String(yearOf(period)) : period;
			return [{ ...about, period: nameOf(asked), counted: indicator.counted.vi }];
		});
}

/** The row that asks a unit about an undertaking; none where it was done, or nothing of it is due in the period. */
function askedOf(
	undertaking: Undertaking,
	{ unit, period, progress }: ProgressTemplateChoice
): Asked[] {
	const { id: code, name, due, counted } = undertaking;
	const about = { code, content: name.vi, ...(counted && { counted: counted.vi }) };
	if (due.kind === 'recurring') {
		const from = addDays(lastDayOf(before(period)), 1);
		const days = dueDays(due, { from, to: lastDayOf(period) });
		return days.length > 0 ? [{ ...about, period: nameOf(spanOf(period, due.months)) }] : [];
	}
	const isClosed = progress.some(
		(fact) => fact.code === code && fact.unit === unit && fact.state && CLOSED.has(fact.state)
	);
	return isClosed ? [] : [{ ...about, period: nameOf(period) }];
}

/** The period before, of the same length. */
function before(period: Period): Period {
	const [year, last] = [yearOf(period), lastQuarterOf(period)];
	switch (kindOf(period)) {
		case 'quarter':
			return last === 1 ? `${year - 1}-Q4` : `${year}-Q${last - 1}`;
		case 'half':
			return last === 2 ? `${year - 1}-H2` : `${year}-H1`;
		case 'year':
			return yearBefore(period);
	}
}

/** What a report that falls due in the period is about: of a yearly one the half-year in June, the year in December. */
function spanOf(period: Period, months: 3 | 6 | 12): Period {
	const last = lastQuarterOf(period);
	if (months === 3 || kindOf(period) !== 'quarter') return period;
	if (last === 4 && months === 12) return String(yearOf(period));
	return last % 2 === 0 ? `${yearOf(period)}-H${last / 2}` : period;
}

function nameOf(period: Period): string {
	return periodName(period, 'vi');
}

/** The heads of the sheet's columns, the hidden codes of units first. */
export function progressTemplateHeads(): string[] {
	return (
		[
			...['unit-code', 'index', 'code', 'content', 'unit', 'period', 'plan', 'done', 'counted'],
			...['state', 'day', 'document', 'notes']
		] as const
	).map((column) => say('vi', `progress.head-${column}`));
}
