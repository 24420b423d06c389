import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import { scorecardField } from './scorecard-field.ts';
import type { ScorecardColumn } from './scorecard-columns.ts';
import type { ScorecardUnit } from './scorecard-units.ts';

/** What of a scorecard leaves the screen: its units and columns in the order shown. */
export interface TableQuestion {
	units: readonly ScorecardUnit[];
	columns: readonly ScorecardColumn[];
	period: Period;
	language: Language;
}

/** The scorecard as it is read, its head first: unit, then value and status of each indicator, `92,42% (Đạt)`. */
export function readableTable(facts: Facts, question: TableQuestion): string[][] {
	const { units, columns, period, language } = question;
	const head = [say(language, 'shell.unit'), ...columns.map(headOf)];
	const rows = units.map(({ name, path }) => [
		name,
		...columns.map(({ indicator }) => {
			const { text, hasValue, status } = scorecardField(facts, {
				...{ path, period, indicator, language }
			});
			return hasValue ? `${text} (${status.word})` : text;
		})
	]);
	return [head, ...rows];
}

/**
 * The scorecard as data, its head first: code and name of the unit, then four columns for each indicator: the printed
 * value, its two counts as they are, and the status.
 */
export function dataTable(facts: Facts, question: TableQuestion): string[][] {
	const { units, columns, period, language } = question;
	const parts = ['value', 'numerator', 'denominator', 'status'] as const;
	const head = [
		say(language, 'scorecard.csv-code'),
		say(language, 'shell.unit'),
		...columns.flatMap((column) =>
			parts.map((part) => say(language, `scorecard.csv-${part}`, { indicator: headOf(column) }))
		)
	];
	const rows = units.map(({ unit, name, path }) => [
		unit,
		name,
		...columns.flatMap(({ indicator }) => {
			const question = { path, period, indicator, language };
			const { text, hasValue, status } = scorecardField(facts, question);
			const { total } = standingOf(facts, question);
			const counts = [total?.numerator, total?.denominator].map((count) => String(count ?? ''));
			return [hasValue ? text : '', ...counts, status.word];
		})
	]);
	return [head, ...rows];
}

function headOf({ shortName, goal }: ScorecardColumn): string {
	return goal ? `${shortName} (${goal})` : shortName;
}
