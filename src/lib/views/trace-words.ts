import type { Fraction } from '#lib/base/fraction.ts';
import type { Language, Words } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { mapDayOf } from '#lib/base/period.ts';
import type { EarlierFigure, FoundTrace, TracedCounts } from '#lib/base/trace.ts';
import type { TraceCode } from '#lib/base/trace-code.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { edgesOf } from '#lib/assess/threshold.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { boundaryName } from './boundary-options.ts';
import { changeWords } from './sentence-change.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';
import { timeWords } from './submission-list.ts';
import { doubtsAbout, type TraceDoubts } from './trace-doubts.ts';
import {
	figureWords,
	type HistoryLine,
	historyLines,
	type HistoryWording
} from './trail-history.ts';
import type { SourceSubmission } from './trail-source.ts';

/** What a code is told with. */
export interface TraceWording extends TraceDoubts {
	catalogue: Catalogue;
	tree: UnitTree;
	submissions: readonly SourceSubmission[];
	language: Language;
}

/** What a code leads to, in words. */
export interface TraceLines {
	/** Tells it from other figures of the same code. */
	id: string;
	indicator: string;
	unit: string;
	period: string;
	/** The units that it stands on, where not as reported. */
	boundaries?: string;
	then: TraceValue;
	now: TraceValue;
	/** `+2,27 điểm %`. */
	difference: string;
	isChanged: boolean;
	/** What became of the figure, in a sentence or two; absent where it does not agree. */
	verdict?: string;
	/** Why it may not be what was printed; absent where it is. */
	doubts?: string[];
	/** The submissions that changed it, the newest first. */
	changes: HistoryLine[];
	/** How many changes are not told apart. */
	omitted: number;
}

/** A figure at one time. */
export interface TraceValue {
	value: string;
	/** After which submission. */
	time: string;
}

/** What a code leads to in the language; `undefined` where the catalogue has no such indicator any more. */
export function traceLines(
	found: FoundTrace,
	code: TraceCode,
	wording: TraceWording
): TraceLines | undefined {
	const { catalogue, submissions, language } = wording;
	const indicator = catalogue.indicators.find(({ id }) => id === found.indicator);
	const { earlier } = found;
	const name = earlier?.name ?? indicator?.name;
	if (!name) return undefined;
	const figures = {
		isRatio: earlier?.isRatio ?? (indicator?.denominator.length ?? 0) > 0,
		thresholds: edgesOf(catalogue.targets.filter((target) => target.indicator === found.indicator)),
		...{ submissions, language }
	};
	const { sequence, then, now, omitted } = found;
	const isChanged = then.numerator !== now.numerator || then.denominator !== now.denominator;
	return {
		id: `${found.indicator} ${found.unit}`,
		...headOf(found, { code, name, wording }),
		then: { value: figureWords(then, figures), time: timeOfThen(sequence, wording) },
		now: { value: figureWords(now, figures), time: timeOfNow(wording) },
		difference: differenceWords(then, now, figures),
		isChanged,
		...(found.agreement === 'differs'
			? { doubts: doubtsAbout(found, wording) }
			: { verdict: verdictOn(found, { isChanged, code, wording }) }),
		changes: changeLines(found, figures),
		omitted
	};
}

/** The changes as lines of a history that begins with the figure of then. */
function changeLines(
	{ sequence, then, changes, omitted }: FoundTrace,
	wording: HistoryWording
): HistoryLine[] {
	const later = new Set(
		wording.submissions.filter((each) => each.sequence > sequence).map(({ id }) => id)
	);
	const steps = [{ sequence, isOwn: true, ...then }, ...changes];
	return historyLines({ steps, omitted }, wording).filter(({ id }) => later.has(id));
}

/** The name of the unit at the end of the code's period, else its newest one. */
export function tracedUnitName(
	{ tree }: Pick<TraceWording, 'tree'>,
	unit: string,
	period: string
): string {
	return (tree.find(unit, mapDayOf(period, [])) ?? tree.find(unit))?.name ?? unit;
}

function headOf(
	{ unit, period, earlier }: FoundTrace,
	{ code, name, wording }: { code: TraceCode; name: Words; wording: TraceWording }
): Pick<TraceLines, 'indicator' | 'unit' | 'period' | 'boundaries'> {
	const { language } = wording;
	return {
		indicator: name[language],
		unit: earlier?.unit ?? tracedUnitName(wording, unit, period),
		period: periodName(period, language),
		...(code.boundaries !== 'reported' && { boundaries: boundaryName(code.boundaries, language) })
	};
}

function timeOfThen(sequence: number, { submissions, language }: TraceWording): string {
	const last = submissions.findLast((each) => each.sequence <= sequence);
	if (!last) return say(language, 'trace.before-any');
	return say(language, 'trace.after', {
		sequence: String(sequence),
		time: timeWords(last.at, language)
	});
}

function timeOfNow({ newest, language }: TraceWording): string {
	return say(language, 'trace.now-at', { sequence: String(newest) });
}

function differenceWords(
	then: TracedCounts,
	now: TracedCounts,
	{ isRatio, language }: { isRatio: boolean; language: Language }
): string {
	const [earlier, value] = [then, now].map((counts) => fractionOf(counts, isRatio));
	if (value && earlier) return changeWords(value, earlier, { isRatio, language });
	if (earlier) return say(language, 'trace.difference-gone');
	return say(language, value ? 'trace.difference-first' : 'change.none');
}

function fractionOf(
	{ numerator, denominator }: TracedCounts,
	isRatio: boolean
): Fraction | undefined {
	if (numerator === undefined) return undefined;
	if (!isRatio) return { numerator, denominator: 1n };
	return denominator ? { numerator, denominator } : undefined;
}

function verdictOn(
	{ agreement, changes, boundaries, earlier }: FoundTrace,
	{ isChanged, code, wording }: { isChanged: boolean; code: TraceCode; wording: TraceWording }
): string {
	const { language, today } = wording;
	const isOfOldMap = code.boundaries === 'today' && boundaries !== today;
	return [
		agreement === 'withheld' && say(language, 'trace.withheld'),
		isChanged
			? changes.length > 0
				? say(language, 'trace.changed', { count: changes.length })
				: say(language, 'trace.changed-otherwise')
			: say(language, changes.length > 0 ? 'trace.same-again' : 'trace.same'),
		isOfOldMap &&
			say(language, 'trace.changed-map', { date: dayWords(boundaries ?? '', language) }),
		...editionWords(earlier, language)
	]
		.filter(Boolean)
		.join(' ');
}

/** Until when the organisation and the catalogue were in force on which the figure stands. */
function editionWords(earlier: EarlierFigure | undefined, language: Language): string[] {
	const { organisation, catalogue } = earlier?.until ?? {};
	const date = (at: string): { date: string } => ({ date: dayWords(at, language) });
	return [
		...(organisation ? [say(language, 'trace.earlier-organisation', date(organisation))] : []),
		...(catalogue ? [say(language, 'trace.earlier-catalogue', date(catalogue))] : [])
	];
}
