import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { say } from '#lib/base/messages.ts';
import { comparePeriods, type Period, yearOf } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import type { Viewpoint } from './overview-reading.ts';
import { documentLabel, targetWords } from './sentence-target.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** One year of a target's time. */
export interface TermYear {
	period: Period;
	/** Absent where the year has no figures yet. */
	status?: StatusLook;
}

/** A target over the years that it holds. */
export interface TermLine {
	/** The target's id. */
	id: string;
	/** `NQ 21: trên 90%`. */
	goal: string;
	/** `Nhiệm kỳ 2022–2025: đạt 3/4 năm đã đánh giá`. */
	sentence: string;
	years: TermYear[];
}

const VERDICTS: ReadonlySet<string> = new Set(['met', 'not-met', 'above-band']);

/** The targets that hold in the year shown and in others too, each with how every one of its years stands. */
export function termLines(ground: Ground, indicator: Indicator, viewpoint: Viewpoint): TermLine[] {
	const { path, period } = viewpoint;
	const { assessments } = standingOf(ground.facts, { path, period, indicator });
	const lines = assessments.flatMap(({ target: { id } }) => {
		const target = ground.facts.catalogue.targets.find((each) => each.id === id);
		return target && isOfTerm(target, yearOf(period))
			? [lineOf(ground, target, { indicator, viewpoint })]
			: [];
	});
	return lines.filter(({ goal }, place) => lines.findIndex((each) => each.goal === goal) === place);
}

function isOfTerm({ from, to, kind }: Target, year: number): boolean {
	if (from === undefined || to === undefined || kind === 'trend' || kind === 'external')
		return false;
	return from < to && from <= year && year <= to;
}

function lineOf(
	ground: Ground,
	target: Target,
	{ indicator, viewpoint }: { indicator: Indicator; viewpoint: Viewpoint }
): TermLine {
	const { language } = viewpoint;
	const { from = 0, to = 0, document: id } = target;
	const document = documentOf(ground.facts.catalogue, id);
	const unit = viewpoint.path.at(-1) ?? '';
	const years = Array.from({ length: to - from + 1 }, (_, place): TermYear => {
		const period = `${from + place}`;
		const status = statusIn(ground, { unit, period, indicator, target });
		return { period, ...(status && { status: statusLook(status, language) }) };
	});
	const judged = years.filter(({ status }) => status && VERDICTS.has(status.status));
	return {
		id: target.id,
		goal: `${document ? documentLabel(document, language) : id}: ${targetWords(target, { indicator, language })}`,
		sentence: say(language, 'term.met', {
			years: `${from}–${to}`,
			met: judged.filter(({ status }) => status?.status === 'met').length,
			judged: judged.length
		}),
		years
	};
}

function statusIn(
	ground: Ground,
	question: { unit: string; period: Period; indicator: Indicator; target: Target }
): StatusLook['status'] | undefined {
	const { unit, period, indicator, target } = question;
	const newest: Facts['totals']['periods'][number] | undefined = ground.facts.totals.periods.at(-1);
	if (newest === undefined || comparePeriods(period, newest) > 0) return undefined;
	const path = pathIn(ground, unit, period);
	if (path.length === 0) return undefined;
	const { assessments } = standingOf(ground.facts, { path, period, indicator });
	return assessments.find((each) => each.target.id === target.id)?.status;
}
