import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';
import type { CrossCheck, CrossTerm } from '#lib/catalogue/catalogue.ts';
import type { BesideContext } from './beside-context.ts';
import { ruleParams, sideWords } from './check-rows.ts';
import type { Entry } from './draft.ts';
import { figureAt, momentOf, type Figures, type Moment } from './figures.ts';
import { splitTerm, weighCheck, type Weight } from './weigh-check.ts';

const YEAR_END = 4;

/** A unit, and the quarter's end at which a rule is tried. */
interface Place {
	unit: string;
	at: Moment;
}

/** A term's figure, with the period that it was reported for. */
interface TermFigure {
	measure: string;
	minus: boolean;
	isEarlier: boolean;
	period?: Period;
	weight: Weight;
}

/** The rules across sheets and years that the drafted figures break, together with those in force. */
export function checkAcross(context: BesideContext): Issue[] {
	return context.catalogue.checks.flatMap((check) =>
		placesOf(check, context).flatMap((place) => brokenRule(check, place, context))
	);
}

/** Where a rule is to be tried: wherever one of its terms is drafted, once a unit and quarter. */
function placesOf({ left, right }: CrossCheck, { entries, figures }: BesideContext): Place[] {
	const places = new Map<string, Place>();
	const add = (place: Place): void => {
		places.set(`${place.unit} ${place.at.year} ${place.at.quarter}`, place);
	};
	const terms = [...left, ...right].map(termOf);
	const [present] = terms.filter(({ isEarlier }) => !isEarlier);
	for (const { unit, period, measure } of entries) {
		const at = momentOf(period);
		for (const term of terms) {
			if (term.measure !== measure) continue;
			if (!term.isEarlier) add({ unit, at });
			else if (at.quarter === YEAR_END && present) {
				for (const next of yearAfter(figures, { unit, at }, present.measure)) add(next);
			}
		}
	}
	return [...places.values()];
}

/** The quarters of the year after in which the unit has a figure of the measure. */
function yearAfter(figures: Figures, { unit, at }: Place, measure: string): Place[] {
	const moments = [...figures.seriesOf(unit, measure).keys()].map(momentOf);
	return moments.filter(({ year }) => year === at.year + 1).map((next) => ({ unit, at: next }));
}

function brokenRule(check: CrossCheck, place: Place, context: BesideContext): Issue[] {
	const left = check.left.map((term) => figureOf(term, place, context.figures));
	const right = check.right.map((term) => figureOf(term, place, context.figures));
	const weighed = weighCheck(check, { left, right });
	if (!weighed || weighed.holds) return [];
	const entry = [...left, ...right]
		.map((term) => draftedOf(term, place, context))
		.find((drafted) => drafted !== undefined);
	if (!entry) return [];
	const words = { left: wordsOf(left, context), right: wordsOf(right, context) };
	const earlier = [...left, ...right].find(({ isEarlier }) => isEarlier)?.period;
	const period = [...left, ...right].find(({ isEarlier }) => !isEarlier)?.period;
	const params = {
		...ruleParams(check, weighed, words),
		unit: context.nameOf(entry),
		period: period ?? entry.period,
		...(earlier !== undefined && { periodEarlier: earlier })
	};
	return [{ ...context.warn(entry, 'sheets-disagree', params), severity: check.severity }];
}

/** The measure of a term, its sign, and whether the end of the year before is meant. */
export function termOf(term: CrossTerm): Pick<TermFigure, 'measure' | 'minus' | 'isEarlier'> {
	if (typeof term === 'string') return { ...splitTerm(term), isEarlier: false };
	return { measure: term.measure, minus: false, isEarlier: true };
}

function figureOf(term: CrossTerm, { unit, at }: Place, figures: Figures): TermFigure {
	const { isEarlier, ...split } = termOf(term);
	const moment = isEarlier ? { year: at.year - 1, quarter: YEAR_END } : at;
	const found = figureAt(figures.seriesOf(unit, split.measure), moment);
	return { ...split, isEarlier, period: found?.period, weight: found?.figure };
}

function draftedOf(
	{ measure, period }: TermFigure,
	{ unit }: Place,
	{ drafted }: BesideContext
): Entry | undefined {
	return period === undefined ? undefined : drafted({ unit, measure, period });
}

/** `Chi bộ cơ sở (B1) + Chi bộ trực thuộc (B1)`. */
function wordsOf(terms: readonly TermFigure[], { measures, templateOf }: BesideContext): string {
	return sideWords(
		terms.map(({ measure, minus }) => {
			const header = measures.get(measure)?.header ?? measure;
			return { minus, label: `${header} (${templateOf(measure)})` };
		})
	);
}
