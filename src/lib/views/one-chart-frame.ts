import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import { pathIn } from './indicator-ground.ts';
import type { OneChart } from './one-chart.ts';
import type { OneChartScene } from './one-chart-ground.ts';
import { type Reading, readingOf } from './overview-reading.ts';
import type { ReportTable, ShorthandLetter } from './report.ts';
import { dayWords } from './sentence-date.ts';
import { periodInSentence } from './sentence-period.ts';
import { isPeriodWithin, sheetsOf } from './sources.ts';

/** What stands around a chart, whatever it shows: title, unit and period, targets, source, state and code. */
export function frameOf(
	scene: OneChartScene,
	{ about, shown, full }: { about: string; shown: ReportTable; full: ReportTable }
): Omit<OneChart, 'drawing'> {
	const { indicator, language, unit, period } = scene;
	const reading = readingOf(scene.facts, indicator, {
		...{ path: pathIn(scene, unit, period), period, language }
	});
	const trace = scene.codeOf(unit, period);
	const name = scene.units[0]?.name ?? unit;
	const when = periodInSentence(period, language);
	return {
		language,
		title: indicator.name[language],
		scope: [about, name, when, boundaryWords(scene)].filter(Boolean).join(' · '),
		targets: targetWords(scene, reading),
		state: stateWords(scene, reading),
		source: sourceWords(scene, { sheets: sheetsOf(scene.facts.catalogue, indicator), period }),
		letters: { shown: letterWords(scene, shown), full: letterWords(scene, full) },
		...(trace !== undefined && { trace }),
		...{ shown, full },
		name: [indicator.shortName[language], about, name, period].join(' - ')
	};
}

function boundaryWords({ facts, boundaries, period, language }: OneChartScene): string {
	if (boundaries === 'reported') return '';
	const day = dayWords(treeDayOf(facts.totals, period), language);
	return say(language, 'report.boundaries', { day });
}

function targetWords({ language }: OneChartScene, { targets, otherYears }: Reading): string {
	if (targets.length === 0) return otherYears ?? say(language, 'indicator.no-target');
	const list = targets.map(({ words, source }) => `${words} (${source})`).join('; ');
	return say(language, 'one-chart.targets', { list });
}

function stateWords(
	{ language, facts, indicator, ...scene }: OneChartScene,
	reading: Reading
): string {
	const { coverage, asOf, stale, boundary } = reading;
	const total = facts.totals.total(scene.unit, scene.period, indicator.id);
	const isOpen = total !== undefined && (!total.closed || total.pending.units > 0);
	const isWithheld = scene.withheldOf(scene.unit, scene.period, indicator.id) !== undefined;
	const list = [
		coverage?.words,
		asOf,
		stale,
		isWithheld ? undefined : boundary,
		isOpen ? say(language, 'trend.not-final') : undefined
	].filter((each) => each !== undefined);
	if (list.length === 0) return say(language, 'one-chart.state-none');
	return say(language, 'one-chart.state', { list: list.join('; ') });
}

/** How many submissions with one of those sheets there are in the period, and when the newest came. */
export function sourceWords(
	{ submissions, language }: Pick<OneChartScene, 'submissions' | 'language'>,
	{ sheets, period }: { sheets: ReadonlySet<string>; period: Period }
): string {
	const used = submissions.filter(
		({ template, periods }) =>
			sheets.has(template) && periods.some((each) => isPeriodWithin(each, period))
	);
	const newest = used.at(-1);
	const when = periodInSentence(period, language);
	if (!newest) return say(language, 'report.source-none', { period: when });
	const provisional = used.filter(({ state }) => state === 'provisional').length;
	return [
		say(language, 'report.source', {
			...{ count: used.length, day: dayWords(newest.at, language), period: when }
		}),
		provisional > 0 && say(language, 'report.source-provisional', { count: provisional })
	]
		.filter(Boolean)
		.join(' ');
}

/** What the letters in brackets of a table mean; empty where it holds none. */
export function letterWords(
	{ language, facts }: Pick<OneChartScene, 'language' | 'facts'>,
	{ rows }: ReportTable
): string {
	const used = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ letters = [] }) => letters)));
	const meaning = (letter: ShorthandLetter): string =>
		`[${letter}] ${say(language, `report.letter-${letter}`, { below: facts.settings.smallCellBelow })}`;
	const list = (['p', 'r', 'b', 'x', 'c'] as const).filter((each) => used.has(each)).map(meaning);
	return list.length > 0 ? `${list.join('; ')}.` : '';
}
