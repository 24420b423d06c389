import { describeIssue } from '#lib/base/describe-issue.ts';
import { say } from '#lib/base/messages.ts';
import type { Issue } from '#lib/base/issue.ts';
import { countIssues, issueList, sortIssues } from './issue-list.ts';
import { answerWords } from './question-words.ts';
import type { ReportBlock, ReportCell, ReportRow } from './report.ts';
import { column, countCell, textCell } from './report-cells.ts';
import type { ReportSubmission } from './report-ground.ts';
import type { ReportScene } from './report-scene.ts';
import { paragraph } from './report-sentence.ts';
import { submissionsOf } from './report-source.ts';
import { periodsName } from './draft-preview.ts';
import { dayWords } from './sentence-date.ts';

/** So many remarks are listed before the rest is counted. */
const MOST = 120;

/**
 * The submissions that the figures come from, and what was found in them: how each warning was settled and why, what the
 * analyst answered. Remarks tell counts: where small ones are hidden, those on sheets that hold such are only counted.
 */
export function* qualityBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const { ground, view } = scene;
	const { language } = view;
	const used = submissionsOf(ground);
	if (used.length === 0) return [paragraph(say(language, 'report.quality-none'))];
	yield;
	const submissions = submissionTable(scene, used);
	yield;
	const told = used.filter(tellsNothing(scene));
	const isCut = used.some((each) => !told.includes(each) && each.issues.length > 0);
	return [
		summaryOf(scene, used),
		submissions,
		...issueBlocks(scene, told),
		...(isCut ? [paragraph(say(language, 'report.quality-guarded'))] : []),
		...answerBlocks(scene, told)
	];
}

/** Whether a submission's sheet holds no measure of an indicator of which anything may be hidden; one of any measures may. */
function tellsNothing({ facts, ground, guard }: ReportScene): (one: ReportSubmission) => boolean {
	if (!ground.definition.guardsSmallCells) return () => true;
	const { indicators, templates } = facts.catalogue;
	const guarded = new Set(
		indicators
			.filter(({ id }) => guard.isGuarded(id))
			.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
	);
	const open = templates.filter(({ measures }) => !measures.some(({ id }) => guarded.has(id)));
	const names = new Set<string>(open.map(({ id }) => id));
	return ({ template }) => names.has(template);
}

function summaryOf(
	{ view: { language } }: ReportScene,
	used: readonly ReportSubmission[]
): ReportBlock {
	const issues = used.flatMap((each) => each.issues);
	const { error, warning } = countIssues(issues);
	const rejected = used.reduce((sum, { rows }) => sum + rows.rejected, 0);
	const reasons = issues.filter(({ reason }) => reason).length;
	const corrected = used.reduce((sum, { corrections }) => sum + (corrections?.length ?? 0), 0);
	const answered = used.reduce((sum, { answers }) => sum + Object.keys(answers ?? {}).length, 0);
	const counted = { rejected, error, warning, reasons, corrected, answered };
	const counts = Object.entries(counted)
		.filter(([, count]) => count > 0)
		.map(([what, count]) =>
			say(language, `report.quality-${what as keyof typeof counted}`, { count })
		);
	return paragraph(
		say(language, 'report.quality-counts', {
			submissions: used.length,
			counts: counts.join(', ') || say(language, 'report.quality-clean')
		})
	);
}

function submissionTable(
	{ view: { language } }: ReportScene,
	used: readonly ReportSubmission[]
): ReportBlock {
	const table = {
		caption: say(language, 'report.submissions-caption'),
		columns: [
			column(say(language, 'report.column-file'), 5),
			column(say(language, 'report.column-sheet'), 1.4),
			column(say(language, 'report.column-period'), 2.4),
			column(say(language, 'report.column-received'), 2),
			column(say(language, 'report.column-rows'), 1.6, 'right'),
			column(say(language, 'report.column-rejected'), 1.6, 'right'),
			column(say(language, 'report.column-issues'), 1.6, 'right'),
			column(say(language, 'report.column-state'), 2)
		],
		rows: used.map((each): ReportRow => {
			const { rows, issues, periods, received, at, state, template } = each;
			return {
				depth: 0,
				cells: [
					fileCell(each),
					textCell(template === 'long' ? say(language, 'draft.long') : template),
					textCell(periodsName(periods, language)),
					textCell(dayWords(received ?? at, language)),
					countCell(rows.accepted, language),
					countCell(rows.rejected, language),
					countCell(issues.length, language),
					textCell(say(language, `submissions.${state}`))
				]
			};
		})
	};
	return { kind: 'table', table };
}

/** Errors and warnings, the gravest first; what was only told of is left out. */
function issueBlocks(
	{ view: { language } }: ReportScene,
	used: readonly ReportSubmission[]
): ReportBlock[] {
	const found = used.flatMap((submission) =>
		sortIssues(submission.issues)
			.filter(({ severity }) => severity !== 'info')
			.map((issue) => ({ submission, issue }))
	);
	if (found.length === 0) return [];
	const others = found.length - MOST;
	const table = {
		caption: say(language, 'report.issues-caption'),
		columns: [
			column(say(language, 'report.column-file'), 3.4),
			column(say(language, 'report.column-row'), 1.1, 'right'),
			column(say(language, 'report.column-severity'), 1.6),
			column(say(language, 'report.column-issue'), 7.5),
			column(say(language, 'report.column-reason'), 3.6)
		],
		rows: found.slice(0, MOST).map(({ submission, issue }): ReportRow => ({
			depth: 0,
			cells: [
				fileCell(submission),
				issue.row === undefined ? textCell('') : countCell(issue.row, language),
				textCell(severityOf(issue)),
				textCell(describeIssue(issue, language)),
				textCell(issue.reason ?? '')
			]
		}))
	};
	const more = say(language, 'report.issues-others', { count: others });
	return [{ kind: 'table', table }, ...(others > 0 ? [paragraph(more)] : [])];

	function severityOf(issue: Issue): string {
		return issueList([issue], language)[0]?.severityWord ?? '';
	}
}

function answerBlocks(
	{ facts, ground, view: { language } }: ReportScene,
	used: readonly ReportSubmission[]
): ReportBlock[] {
	const names = { catalogue: facts.catalogue, tree: ground.tree, language };
	const items = used.flatMap(({ file, answers }) =>
		Object.entries(answers ?? {}).map((answer) => [
			{ text: say(language, 'report.answer', { file, answer: answerWords(answer, names) }) }
		])
	);
	if (items.length === 0) return [];
	return [
		paragraph(say(language, 'report.answers')),
		{ kind: 'list', items: items.slice(0, MOST) }
	];
}

function fileCell({ file, sheet }: ReportSubmission): ReportCell {
	return textCell(sheet === undefined ? file : `${file} · ${sheet}`);
}
