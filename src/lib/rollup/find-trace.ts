import type { IsoDate } from '#lib/base/period.ts';
import type { FoundTrace, TraceAnswer, TracedCounts } from '#lib/base/trace.ts';
import {
	agreesWith,
	SEQUENCES,
	speaksOfIndicator,
	speaksOfUnit,
	type TraceCode
} from '#lib/base/trace-code.ts';
import type { HistoryStep } from '#lib/base/trail.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { findHistory } from './find-history.ts';
import type { TrailQuestion } from './trail-tables.ts';

/** Which code is followed, and through what. */
export interface TraceQuestion extends Omit<
	TrailQuestion,
	'boundaries' | 'indicator' | 'unit' | 'period'
> {
	code: TraceCode;
	/** The sequence of the newest submission ever. */
	newest: number;
	/** The day whose units are today's. */
	today: IsoDate;
	/** A day on or before the one on which the code was printed; absent where nobody knows. */
	notBefore?: IsoDate;
}

/** So many maps of units are tried for a code that stands on those of a day that was today once. */
const MOST_MAPS = 8;

/**
 * The figures that the code may have been printed beside. Marks can be borne by two indicators or two units: where the
 * figure of then tells them apart only the right one is given.
 */
export async function findTrace(question: TraceQuestion): Promise<TraceAnswer> {
	const { code, catalogue, units } = question;
	const indicators = catalogue.indicators.filter(({ id }) => speaksOfIndicator(code, id));
	const codes = [...new Set(units.map((unit) => unit.code))].filter((each) =>
		speaksOfUnit(code, each)
	);
	const all: FoundTrace[] = [];
	for (const indicator of indicators) {
		for (const unit of codes) all.push(await followed(question, indicator, unit));
	}
	const agreeing = all.filter(({ agreement }) => agreement === 'agrees');
	return {
		indicators: indicators.map(({ id }) => id),
		units: codes,
		found: agreeing.length > 0 ? agreeing : all
	};
}

/** The sequence that the code means: the newest one there is of those that it cannot tell apart. */
export function sequenceOf({ sequence }: Pick<TraceCode, 'sequence'>, newest: number): number {
	const rounds = Math.floor((newest - sequence) / SEQUENCES);
	return sequence + Math.max(0, rounds) * SEQUENCES;
}

/** The figure on the map of the code; of several the newest on which it agrees, beside what it is now on today's. */
async function followed(
	question: TraceQuestion,
	indicator: Indicator,
	unit: string
): Promise<FoundTrace> {
	const tried: FoundTrace[] = [];
	for (const boundaries of mapsOf(question)) {
		const found = await followedOn(question, { indicator, unit, boundaries });
		if (found.agreement !== 'differs') return { ...found, now: (tried[0] ?? found).now };
		tried.push(found);
	}
	const [first] = tried;
	if (!first) throw new RangeError('no map to look at');
	return first;
}

async function followedOn(
	question: TraceQuestion,
	{ indicator, unit, boundaries }: { indicator: Indicator; unit: string; boundaries?: IsoDate }
): Promise<FoundTrace> {
	const { code, newest, ...input } = question;
	const sequence = sequenceOf(code, newest);
	const { period } = code;
	const asked = { ...input, indicator, unit, period, boundaries };
	const { steps, omitted } = await findHistory(asked, { since: sequence });
	const then = countsOf(steps.findLast((step) => step.sequence <= sequence));
	const agrees = agreesWith(code, { indicator: indicator.id, unit, ...then });
	return {
		...{ indicator: indicator.id, unit, period, sequence, then, omitted },
		...(boundaries !== undefined && { boundaries }),
		now: countsOf(steps.at(-1)),
		changes: changesOf(steps, sequence),
		agreement: agrees === undefined ? 'withheld' : agrees ? 'agrees' : 'differs'
	};
}

/** The days whose units the code may stand on, `undefined` for each period's own. */
function mapsOf({
	code,
	lineage = [],
	today,
	notBefore = ''
}: TraceQuestion): (IsoDate | undefined)[] {
	const { boundaries } = code;
	if (boundaries === 'reported') return [undefined];
	if (boundaries !== 'today') return [`${boundaries}-12-31`];
	return [today, ...daysBefore(lineage, { after: notBefore, upTo: today })].slice(0, MOST_MAPS);
}

/** The last day of each map that has held since, the newest first. */
function daysBefore(
	lineage: readonly LineageEvent[],
	{ after, upTo }: { after: IsoDate; upTo: IsoDate }
): IsoDate[] {
	const days = lineage.map(({ date }) => date).filter((date) => date > after && date <= upTo);
	return [...new Set(days)].sort().reverse().map(dayBefore);
}

function dayBefore(day: IsoDate): IsoDate {
	const before = new Date(`${day}T00:00:00Z`);
	before.setUTCDate(before.getUTCDate() - 1);
	return before.toISOString().slice(0, 10);
}

function changesOf(steps: readonly HistoryStep[], sequence: number): HistoryStep[] {
	return steps.filter((step, place) => {
		const before = steps[place - 1];
		const isSame = step.numerator === before?.numerator && step.denominator === before?.denominator;
		return step.sequence > sequence && !isSame;
	});
}

function countsOf(step: HistoryStep | undefined): TracedCounts {
	const { numerator, denominator } = step ?? {};
	return {
		...(numerator !== undefined && { numerator }),
		...(denominator !== undefined && { denominator })
	};
}
