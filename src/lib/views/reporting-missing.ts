import { groupBy } from '#lib/base/group-by.ts';
import type { Language } from '#lib/base/language.ts';
import { daysBetween } from '#lib/base/local-day.ts';
import { say } from '#lib/base/messages.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { isOwnCell, type ReportingMatrix } from './reporting.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';

/** One report whose last day is past and that has not arrived. */
export interface MissingReport {
	unit: string;
	unitName: string;
	/** The name of the unit above; absent at the top. */
	parentName?: string;
	template: string;
	period: Period;
	due: IsoDate;
	daysOverdue: number;
}

/** What of the matrix is asked: all of it, the branch of one row, one column. */
export interface MissingScope {
	row?: number;
	column?: number;
}

/** The missing reports in the order of the rows, then by period and sheet. */
export function missingReports(
	matrix: ReportingMatrix,
	{ today, row: asked, column: only }: MissingScope & { today: IsoDate }
): MissingReport[] {
	const { rows, columns } = matrix;
	const start = asked ?? 0;
	return rows.slice(start, endOfBranch(matrix, asked)).flatMap((row) =>
		columns.flatMap(({ duties }, column) => {
			if (!isOwnCell(row, column) || (only !== undefined && column !== only)) return [];
			return duties
				.filter((duty) => matrix.standingOf(row.code, duty).state === 'missing')
				.map(({ template, period, due }) => ({
					unit: row.code,
					unitName: row.name,
					...(row.parent >= 0 && { parentName: rows[row.parent]?.name ?? '' }),
					...{ template, period, due },
					daysOverdue: daysBetween(due, today)
				}));
		})
	);
}

/** What the list was asked for, in words for its heading. */
export interface MissingHeading {
	unit: string;
	template: string;
	years: string;
	today: IsoDate;
	language: Language;
}

/** The list as text to paste into a letter: grouped by the unit above, one line for each unit. */
export function missingText(reports: readonly MissingReport[], heading: MissingHeading): string {
	const { today, language } = heading;
	const counts = { reports: reports.length, units: unitsIn(reports) };
	const head = [
		say(language, 'reporting.list-title'),
		say(language, 'reporting.list-scope', { ...heading, day: dayWords(today, language) }),
		say(language, 'reporting.missing-count', counts)
	];
	const itemOf = itemWords(language);
	const groups = [...groupBy(reports, ({ parentName }) => parentName)].map(([parent, own]) =>
		[
			parent ?? say(language, 'reporting.list-top'),
			...[...groupBy(own, ({ unit }) => unit).values()].map((each) => unitLine(each, itemOf))
		].join('\n')
	);
	return `${[head.join('\n'), ...groups].join('\n\n')}\n`;
}

/** The list as the rows of a CSV file, its heads first. */
export function missingRows(reports: readonly MissingReport[], language: Language): string[][] {
	const heads = [
		say(language, 'reporting.column-parent'),
		say(language, 'reporting.column-code'),
		say(language, 'reporting.unit'),
		say(language, 'reporting.template'),
		say(language, 'reporting.column-period'),
		say(language, 'reporting.column-due'),
		say(language, 'reporting.column-overdue')
	];
	const rows = reports.map((report) => [
		...[report.parentName ?? '', report.unit, report.unitName, report.template],
		periodName(report.period, language),
		...[report.due, String(report.daysOverdue)]
	]);
	return [heads, ...rows];
}

/** How many units the reports are of. */
export function unitsIn(reports: readonly MissingReport[]): number {
	return new Set(reports.map(({ unit }) => unit)).size;
}

/** Rows below a row come right after it, each deeper than it. */
function endOfBranch({ rows }: ReportingMatrix, start: number | undefined): number {
	if (start === undefined) return rows.length;
	const level = rows[start]?.level ?? 0;
	const next = rows.findIndex((row, place) => place > start && row.level <= level);
	return next === -1 ? rows.length : next;
}

/** `- Đảng bộ phường 1: Quý III/2025: B3, B6 (hạn 10/10/2025); …`. */
function unitLine(
	reports: readonly MissingReport[],
	itemOf: (reports: readonly MissingReport[]) => string
): string {
	const items = [...groupBy(reports, ({ period }) => period).values()].map(itemOf);
	return `- ${reports[0]?.unitName ?? ''}: ${items.join('; ')}`;
}

/** Words the reports of a unit for one period; their day is put into words once for all units. */
function itemWords(language: Language): (reports: readonly MissingReport[]) => string {
	const days = new Map<IsoDate, string>();
	const wordsOf = (day: IsoDate): string => {
		const words = days.get(day) ?? dayWords(day, language);
		days.set(day, words);
		return words;
	};
	return (reports) =>
		say(language, 'reporting.list-item', {
			period: periodName(reports[0]?.period ?? '', language),
			templates: reports.map(({ template }) => template).join(', '),
			day: wordsOf(reports[0]?.due ?? '')
		});
}
