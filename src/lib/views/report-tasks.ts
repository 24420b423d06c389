import { say } from '#lib/base/messages.ts';
import { yearOf } from '#lib/base/period.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import { currentOf, isComing, type LedgerLine } from './ledger-line.ts';
import { stageOf } from './ledger-look.ts';
import { reportLines } from './ledger-reports.ts';
import { type LedgerRow, ledgerRows } from './ledger-rows.ts';
import { ledgerTally, ledgerTallyWords } from './ledger-tally.ts';
import { undertakingLines } from './ledger.ts';
import type { ReportBlock, ReportRow } from './report.ts';
import { column, textCell } from './report-cells.ts';
import type { ReportScene } from './report-scene.ts';
import { paragraph } from './report-sentence.ts';
import { unitTasks } from './unit-tasks.ts';

/** Up to how many days ahead something falls due soon. */
const SOON = 90;
/** So many lines are listed before the rest is counted. */
const MOST = 30;
/** Names are sentences of documents: so many letters of one are told. */
const LONGEST = 200;

/** What the unit has to do: what is overdue, what falls due soon, and how the rest stands. */
export function* taskBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { language } = scene.view;
	const lines = linesOf(scene);
	yield;
	const rows = rowsOf(scene, lines);
	if (rows.length === 0) return [paragraph(say(language, 'report.tasks-none'))];
	const tally = ledgerTally(rows.map(({ line }) => line));
	const overdue = rows.filter(({ look }) => stageOf(look.state) === 'overdue');
	const soon = rows.filter(({ line }) => {
		const current = currentOf(line);
		return isComing(current) && (current.days ?? SOON + 1) <= SOON;
	});
	return [
		paragraph(say(language, 'report.tasks-counts', { counts: ledgerTallyWords(tally, language) })),
		...taskTable(scene, { rows: overdue, caption: say(language, 'report.tasks-overdue') }),
		...taskTable(scene, {
			rows: soon,
			caption: say(language, 'report.tasks-soon', { days: SOON })
		})
	];
}

function linesOf({ facts, ground }: ReportScene): LedgerLine[] {
	const { tree, path, today, receipts, isArrivalKnown, deadlines, submissions } = ground;
	const now = `${today}T12:00:00+07:00`;
	const undertakings = ground.undertakings ?? facts.catalogue.undertakings;
	const progress = facts.progress ?? [];
	const since = yearOf(facts.totals.periods[0] ?? today);
	const sheets = receipts
		? reportLines({
				ground: { tree, receipts, submissions, today, deadlines },
				templates: columnSheetsOf(facts.catalogue).map(({ id }) => id),
				...{ path, now, since, isArrivalKnown }
			})
		: [];
	return [...sheets, ...undertakingLines({ undertakings, progress, tree, path, now })];
}

/** What is the unit's to do, for the topmost all of it, the most urgent first. */
function rowsOf(
	{ facts, ground, view, whole }: ReportScene,
	lines: readonly LedgerLine[]
): LedgerRow[] {
	const { documents, templates } = facts.catalogue;
	const rows = ledgerRows(lines, { documents, templates, language: view.language });
	const unit = ground.tree.find(whole.unit, treeDayOf(facts.totals, ground.period));
	if (!unit) return [];
	const isTop = whole.path.length === 1;
	return unitTasks(rows, { unit, isTop }).flatMap((group) => group.rows);
}

function taskTable(
	{ view: { language } }: ReportScene,
	{ rows, caption }: { rows: readonly LedgerRow[]; caption: string }
): ReportBlock[] {
	if (rows.length === 0) return [];
	const others = rows.length - MOST;
	const table = {
		caption,
		columns: [
			column(say(language, 'report.column-task'), 7),
			column(say(language, 'report.column-document'), 2.4),
			column(say(language, 'report.column-lead'), 3.4),
			column(say(language, 'report.column-due'), 2.2),
			column(say(language, 'report.column-standing'), 2.6)
		],
		rows: rows.slice(0, MOST).map((row): ReportRow => ({
			depth: 0,
			cells: taskTexts(row).map(textCell)
		}))
	};
	const more = say(language, 'report.tasks-others', { count: others });
	return [{ kind: 'table', table }, ...(others > 0 ? [paragraph(more)] : [])];
}

function taskTexts({
	name,
	document,
	section,
	lead,
	due,
	period,
	look,
	tally
}: LedgerRow): string[] {
	return [
		shortened(name),
		[document, section].filter(Boolean).join(', '),
		lead,
		[due, period].filter(Boolean).join(' · '),
		[stateWords(look), tally].filter(Boolean).join('; ')
	];
}

/** `Quá hạn 5 ngày`; of what is not overdue the state and the days apart: `Đang thực hiện; còn 5 ngày`. */
function stateWords({ state, word, days }: LedgerRow['look']): string {
	if (state !== 'overdue' || days === '') return [word, days].filter(Boolean).join('; ');
	return `${word} ${days.replace(/^quá /, '')}`;
}

/** The beginning of a long text, up to the end of a word. */
function shortened(text: string): string {
	if (text.length <= LONGEST) return text;
	return `${text.slice(0, LONGEST).replace(/[\s,;.:]+\S*$/, '')} …`;
}
