import type { Language } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { cellDetail, type ReportDetail } from './reporting-detail.ts';
import { type CellWords, cellWords, tallyWords } from './reporting-look.ts';
import { type ReportingGround, reportingMatrix } from './reporting.ts';
import { periodName } from './sentence-period.ts';

/** What of a unit's reports ends with one day: its own, or how many of those below it are there. */
export interface UnitReportsPeriod {
	/** `Quý IV/2025`. */
	period: string;
	/** The unit's own, sheet by sheet; empty where it only sums up others. */
	reports: ReportDetail[];
	/** How those of the units below stand together; absent where there are none. */
	below?: CellWords;
}

/** What a unit sent in a year, and what it owes. */
export interface UnitReports {
	/** `đã nộp 18/21, đúng hạn 15, muộn 3, chưa nộp 3`. */
	sentence: string;
	/** The newest first. */
	periods: UnitReportsPeriod[];
}

/** The reports of a unit in a year; `undefined` where nobody owed one. */
export function unitReports(
	ground: ReportingGround,
	{
		unit,
		year,
		catalogue,
		language
	}: { unit: string; year: number; catalogue: Catalogue; language: Language }
): UnitReports | undefined {
	const matrix = reportingMatrix(ground, {
		templates: columnSheetsOf(catalogue).map(({ id }) => id),
		years: { from: year, to: year },
		branch: unit
	});
	const [total, tallies] = [matrix.totals[0], matrix.tallies[0]];
	if (!total || !tallies || total.owed === 0) return undefined;
	const periods = matrix.columns.map(({ period }, column): UnitReportsPeriod => {
		const detail = cellDetail(matrix, { row: 0, column }, { catalogue, language });
		const reports = detail?.reports ?? [];
		const tally = tallies[column];
		const isOfOthers = tally && tally.owed > reports.length;
		return {
			period: periodName(period, language),
			reports,
			...(isOfOthers && { below: cellWords(tally, language) })
		};
	});
	return {
		sentence: tallyWords(total, language),
		periods: periods.filter(({ reports, below }) => reports.length > 0 || below).toReversed()
	};
}
