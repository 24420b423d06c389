import { AppError } from '#lib/base/app-error.ts';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, isMessageKey, say } from '#lib/base/messages.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { checkBeside } from '#lib/ingest/check-beside.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { type Figures, figuresInForce } from '#lib/ingest/figures.ts';
import { type Question, remembered } from '#lib/ingest/question.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { describeError } from './describe-error.ts';
import { exactJson } from './exact-json.ts';
import type { Options } from './options.ts';
import { openCatalogue, openDrafts, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';

type Checked = Omit<Draft, 'entries' | 'sha256'>;

/**
 * Reads and validates files, writes nothing; 0 where all could be committed, 1 with errors in the data or questions that
 * must be answered first, 2 with an unreadable file.
 */
export async function check(options: Options): Promise<number> {
	const units = await openUnits(options);
	const lineage = await openLineage(options, units);
	const layouts = await readLayouts(options.layout);
	const drafts: Draft[] = [];
	const unread: Checked[] = [];
	for (const path of options.files) {
		try {
			const context = {
				units,
				lineage,
				layouts,
				period: options.period,
				beside: figuresOf(drafts)
			};
			drafts.push(...(await openDrafts(path, context)));
		} catch (cause) {
			if (!(cause instanceof AppError)) throw cause;
			process.stderr.write(`${path}: ${describeError(cause, options.language)}\n`);
			unread.push(unreadable(path, cause));
		}
	}
	const catalogue = await openCatalogue(options.files);
	const checked = [...besideEachOther(drafts, { units, catalogue }), ...unread];
	process.stdout.write(
		options.json ? inJson(checked, options.language) : inWords(checked, options.language)
	);
	if (unread.length > 0) return 2;
	return checked.some(isHeld) ? 1 : 0;
}

/** The drafts with what is found when they are held beside each other, as if all were in force. */
function besideEachOther(
	drafts: readonly Draft[],
	{ units, catalogue }: { units: readonly Unit[]; catalogue: Catalogue }
): Checked[] {
	const tree = createUnitTree(units);
	const limits = productSettings().checks;
	const beside = figuresOf(drafts);
	return drafts.map(({ entries, issues, ...draft }) => {
		const { columns } = draft.matches;
		const found = checkBeside(entries, { beside, catalogue, tree, limits, columns });
		return { ...draft, issues: [...issues, ...found] };
	});
}

/** The figures of the drafts read by now, put together once one is asked for. */
function figuresOf(drafts: readonly Draft[]): Figures {
	const submissions = drafts.map(({ entries }) => entries);
	let figures: Figures | undefined;
	return {
		seriesOf(unit, measure) {
			figures ??= figuresInForce(submissions);
			return figures.seriesOf(unit, measure);
		}
	};
}

function isHeld({ issues, questions }: Checked): boolean {
	return (
		issues.some(({ severity }) => severity === 'error') || questions.some((each) => each.required)
	);
}

function unreadable(file: string, { code, params }: AppError): Checked {
	const issues: Issue[] = [{ severity: 'error', code, params }];
	const rows = { read: 0, accepted: 0, rejected: 0 };
	const matches = { headers: [], columns: [], units: [], totals: [] };
	return { file, periods: [], rows, totals: {}, issues, questions: [], answers: {}, matches };
}

function inJson(checked: Checked[], language: Language): string {
	const files = checked.map((draft) => ({
		file: draft.file,
		sheet: draft.sheet ?? null,
		table: draft.table ?? null,
		template: draft.template ?? null,
		period: draft.periods.length === 1 ? draft.periods[0] : null,
		periods: draft.periods,
		rows: draft.rows,
		totals: draft.totals,
		issues: draft.issues.map((issue) => issueInJson(issue, language)),
		questions: draft.questions.map((question) => ({
			...question,
			message: say(language, `question.${question.kind}`, question.params)
		})),
		matches: draft.matches,
		layout: layoutOf(draft)
	}));
	return `${exactJson({ files })}\n`;
}

function issueInJson(issue: Issue, language: Language): object {
	const { severity, code, row = null, column = null, value = null } = issue;
	return { severity, code, row, column, value, message: wordsOf(issue, language) };
}

/** What a layout file may hold for this table and those of its kind. */
function layoutOf({ template, sheet, file, answers, matches }: Checked): Layout | null {
	if (template === undefined) return null;
	return { template, name: sheet ?? file, headers: matches.headers, answers: remembered(answers) };
}

function inWords(checked: Checked[], language: Language): string {
	return checked
		.map(({ file, template = '–', periods, rows, issues, questions }) => {
			const head = say(language, 'cli.checked', {
				file,
				template,
				period: periods.join(', ') || '–',
				...rows
			});
			return [
				head,
				...issues.map((issue) => lineOf(issue, language)),
				...questions.map((question) => questionLine(question, language))
			].join('\n');
		})
		.join('\n\n')
		.concat('\n');
}

function questionLine({ kind, key, params, choices }: Question, language: Language): string {
	const words = say(language, `question.${kind}`, params);
	const values = choices.map(({ value, label }) => (label ? `${value} (${label})` : value));
	return `  ${say(language, 'cli.question')} · ${key} · ${words} ${values.join(' | ')}`.trimEnd();
}

function lineOf(issue: Issue, language: Language): string {
	const severity: MessageKey = `severity.${issue.severity}`;
	return [`  ${say(language, severity)}`, placeOf(issue, language), wordsOf(issue, language)]
		.filter(Boolean)
		.join(' · ');
}

function placeOf({ row, column }: Issue, language: Language): string | undefined {
	if (row === undefined) return column;
	const place = String(row);
	return column === undefined
		? say(language, 'cli.row', { row: place })
		: say(language, 'cli.place', { row: place, column });
}

function wordsOf(issue: Issue, language: Language): string {
	return isMessageKey(issue.code)
		? describeError(new AppError(issue.code, issue.params), language)
		: describeIssue(issue, language);
}
