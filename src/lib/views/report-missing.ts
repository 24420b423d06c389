import { groupBy } from '#lib/base/group-by.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { yearOf } from '#lib/base/period.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { ReportBlock, ReportRow } from './report.ts';
import { column, countCell, nameCell, textCell } from './report-cells.ts';
import type { ReportScene } from './report-scene.ts';
import { paragraph } from './report-sentence.ts';
import { type MissingReport, missingReports, unitsIn } from './reporting-missing.ts';
import { tallyWords } from './reporting-look.ts';
import { reportedIn, sumOf, type Tally } from './reporting-tally.ts';
import { type ReportingMatrix, reportingMatrix } from './reporting.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';
import { isPeriodWithin } from './sources.ts';

/** So many lines are listed before the rest is counted. */
const MOST = 300;

/** Which reports of the period are owed and have not arrived, by unit and by the day they were due. */
export function* missingBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { ground, view } = scene;
	const { language, period } = view;
	const { today } = ground;
	const matrix = matrixOf(scene);
	yield;
	const when = periodInSentence(period, language);
	if (!matrix) return [paragraph(say(language, 'report.missing-unknown'))];
	const tally = sumOf(matrix.tallies[0] ?? []);
	if (tally.owed === 0) return [paragraph(say(language, 'report.missing-owed', { period: when }))];
	const day = dayWords(today, language);
	const missing = missingReports(matrix, { today });
	const counts = say(language, 'report.missing-counts', {
		...{ period: when, day },
		counts: countsOf(tally, scene)
	});
	if (missing.length === 0) return [paragraph(counts)];
	const lines = [
		...groupBy(missing, ({ unit, period: of, due }) => `${unit} ${of} ${due}`).values()
	];
	const others = lines.length - MOST;
	return [
		paragraph(counts),
		missingTable(scene, lines.slice(0, MOST)),
		...(others > 0
			? [
					paragraph(
						say(language, 'report.missing-others', { count: others, units: unitsIn(missing) })
					)
				]
			: [])
	];
}

/** How many are in, in time, late and missing; without the days of arrival how many are in and missing. */
function countsOf(tally: Tally, { ground, view: { language } }: ReportScene): string {
	if (ground.isArrivalKnown !== false) return tallyWords(tally, language);
	const { owed: all, missing, notDue } = tally;
	return [
		say(language, 'reporting.cell-reported', { count: reportedIn(tally), all }),
		...(missing > 0 ? [say(language, 'reporting.cell-missing', { count: missing })] : []),
		...(notDue > 0 ? [say(language, 'reporting.cell-not-due', { count: notDue })] : [])
	].join(', ');
}

/** The matrix of what the branch owes for the period; `undefined` where nobody read what arrived. */
function matrixOf({ facts, ground, whole }: ReportScene): ReportingMatrix | undefined {
	const { tree, deadlines, receipts, submissions, today, period } = ground;
	if (!receipts) return undefined;
	const year = yearOf(period);
	const matrix = reportingMatrix(
		{ tree, receipts, submissions, today, deadlines },
		{
			templates: columnSheetsOf(facts.catalogue).map(({ id }) => id),
			years: { from: year, to: year },
			branch: whole.unit
		}
	);
	const places = matrix.columns.flatMap(({ period: of }, place) =>
		isPeriodWithin(of, period) ? [place] : []
	);
	const within = <Member>(row: readonly Member[]): Member[] =>
		places.flatMap((place) => row[place] ?? []);
	return {
		...matrix,
		columns: within(matrix.columns),
		rows: matrix.rows.map((row) => ({
			...row,
			owes: places.map((place) => row.owes[place] === true)
		})),
		tallies: matrix.tallies.map(within)
	};
}

function missingTable(
	{ view: { language } }: ReportScene,
	lines: readonly (readonly MissingReport[])[]
): ReportBlock {
	const table = {
		caption: say(language, 'report.missing-caption'),
		columns: [
			column(say(language, 'report.column-unit'), 4.6),
			column(say(language, 'report.column-above'), 3.6),
			column(say(language, 'report.column-period'), 2.2),
			column(say(language, 'report.column-sheets'), 2.4),
			column(say(language, 'report.column-due'), 2),
			column(say(language, 'report.column-overdue'), 1.8, 'right')
		],
		rows: lines.flatMap((line): ReportRow[] => {
			const [first] = line;
			if (!first) return [];
			const sheets = line.map(({ template }) => template).join(', ');
			return [
				{
					depth: 0,
					cells: [
						nameCell(first.unitName),
						nameCell(first.parentName ?? ''),
						textCell(periodName(first.period, language)),
						textCell(sheets),
						textCell(dayWords(first.due, language)),
						countCell(first.daysOverdue, language)
					]
				}
			];
		})
	};
	return { kind: 'table', table };
}
