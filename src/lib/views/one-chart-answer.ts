import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { comparePeriods } from '#lib/base/period.ts';
import type { QueryRows } from '#lib/base/query-answer.ts';
import { type AnswerChart, answerChart, type ChartChoice } from './answer-chart.ts';
import { drawnTable, wholeTable } from './answer-tables.ts';
import { chartSentence } from './answer-walk.ts';
import type { OneChart } from './one-chart.ts';
import { printCount } from './print-value.ts';
import { dayWords } from './sentence-date.ts';
import { periodInSentence } from './sentence-period.ts';
import type { SubmissionFacts } from './submission-list.ts';

/** What a drawn answer that leaves is made from. */
export interface AnswerGround {
	/** In the order in which they are shown. */
	rows: QueryRows;
	/** How many rows the query gives in truth; absent where they were not counted. */
	count: bigint | undefined;
	choice: ChartChoice;
	query: string;
	/** What the query is called. */
	title: string;
	/** The name of the whole organisation. */
	unit: string;
	/** Those in force when it was asked. */
	submissions: readonly Pick<SubmissionFacts, 'at' | 'state' | 'periods'>[];
	/** True where others are in force since. */
	isOutdated: boolean;
	language: Language;
}

/**
 * A drawn answer of the workbench, with its query in the place of targets and code: its figures are of the reader's own making,
 * and no code leads back to them. Absent where the answer holds nothing to draw.
 */
export function answerToTake(ground: AnswerGround): OneChart | undefined {
	const { rows, choice, query, title, unit, language } = ground;
	const chart = answerChart(rows, choice, language);
	if (!chart) return undefined;
	const about = aboutWords(chart, language);
	return {
		...{ language, title, query },
		scope: [about, unit, spanWords(ground)].filter(Boolean).join(' · '),
		targets: '',
		state: stateWords(ground, chart),
		source: sourceWords(ground),
		letters: { shown: '', full: '' },
		drawing: {
			...{ kind: 'answer', chart },
			alternative: `${about}. ${chartSentence(chart, language)}`
		},
		shown: drawnTable(rows, chart),
		full: wholeTable(rows, title),
		name: `${title} - ${about}`
	};
}

function aboutWords({ x, y, by }: AnswerChart, language: Language): string {
	const words = say(language, 'workbench.chart-name', { x, y });
	return by === undefined ? words : `${words}, ${say(language, 'one-chart.lines-by', { by })}`;
}

/** From the first to the last period that anything was reported of. */
function spanWords({ submissions, language }: AnswerGround): string {
	const periods = submissions.flatMap((each) => each.periods).toSorted(comparePeriods);
	const [first, last] = [periods[0], periods.at(-1)];
	if (first === undefined || last === undefined) return '';
	const [from, to] = [periodInSentence(first, language), periodInSentence(last, language)];
	return from === to ? from : say(language, 'one-chart.span', { from, to });
}

function stateWords(
	{ rows: { rows, hasMore }, count, isOutdated, language }: AnswerGround,
	{ leftOut }: AnswerChart
): string {
	const drawn = { drawn: rows.length - leftOut, rows: rows.length };
	const all = count === undefined ? '' : printCount(count, language);
	return [
		say(language, leftOut > 0 ? 'one-chart.rows-some' : 'one-chart.rows-all', drawn),
		hasMore && say(language, all ? 'one-chart.rows-cut' : 'one-chart.rows-uncounted', { all }),
		say(language, 'one-chart.not-withheld'),
		isOutdated && say(language, 'one-chart.outdated')
	]
		.filter(Boolean)
		.join(' ');
}

function sourceWords({ submissions, language }: AnswerGround): string {
	const newest = submissions
		.map(({ at }) => at)
		.toSorted()
		.at(-1);
	if (newest === undefined) return say(language, 'one-chart.no-code');
	const provisional = submissions.filter(({ state }) => state === 'provisional').length;
	return [
		say(language, 'one-chart.source-query', {
			...{ count: submissions.length, day: dayWords(newest, language) }
		}),
		provisional > 0 && say(language, 'report.source-provisional', { count: provisional }),
		say(language, 'one-chart.no-code')
	]
		.filter(Boolean)
		.join(' ');
}
