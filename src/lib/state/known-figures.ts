import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { ReportedCell } from '#lib/rollup/decode-entries.ts';
import type { KnownFigure } from '#lib/views/template-known.ts';

/** Which figures are looked for: of these measures, older than the period. */
export interface KnownSearch {
	measures: ReadonlySet<string>;
	before: Period;
}

type Word = bigint | 'x' | undefined;

interface Statement {
	unit: string;
	measure: string;
	period: Period;
	word: Word;
}

/**
 * The newest figure of each unit and measure before the period, from the contents in force, the oldest submission
 * first: a newer submission supersedes, rows of one submission that split a unit are added up, and a figure that was
 * taken back counts as none.
 */
export function knownFigures(
	contents: Iterable<Iterable<ReportedCell>>,
	{ measures, before }: KnownSearch
): KnownFigure[] {
	const inForce = new Map<string, Statement>();
	for (const content of contents) {
		for (const [key, statement] of statementsOf(content, { measures, before })) {
			inForce.set(key, statement);
		}
	}
	const newest = new Map<string, KnownFigure>();
	for (const { unit, measure, period, word } of inForce.values()) {
		const key = `${unit}\n${measure}`;
		const other = newest.get(key);
		if (word === undefined || (other && lastDayOf(other.period) >= lastDayOf(period))) continue;
		newest.set(key, { unit, measure, period, value: word });
	}
	return [...newest.values()];
}

/** What one submission says of each unit, measure and last day of a period. */
function statementsOf(
	content: Iterable<ReportedCell>,
	{ measures, before }: KnownSearch
): Map<string, Statement> {
	const end = lastDayOf(before);
	const statements = new Map<string, Statement>();
	for (const cell of content) {
		const { unit, measure, period } = cell;
		if (!measures.has(measure) || lastDayOf(period) >= end) continue;
		const key = `${unit}\n${measure}\n${lastDayOf(period)}`;
		const word = added(statements.get(key)?.word, cell);
		statements.set(key, { unit, measure, period, word });
	}
	return statements;
}

function added(before: Word, { state, value }: ReportedCell): Word {
	if (state === 'figure') return typeof before === 'bigint' ? before + value : value;
	return state === 'not-applicable' && before === undefined ? 'x' : before;
}
