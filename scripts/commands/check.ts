import { AppError } from '#lib/base/app-error.ts';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, isMessageKey, say } from '#lib/base/messages.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { describeError } from './describe-error.ts';
import { exactJson } from './exact-json.ts';
import type { Options } from './options.ts';
import { openDrafts, openUnits } from './read-input.ts';

type Checked = Pick<
	Draft,
	'file' | 'sheet' | 'template' | 'periods' | 'rows' | 'totals' | 'issues'
>;

/** Reads and validates files, writes nothing; 0 without errors, 1 with errors in the data, 2 with an unreadable file. */
export async function check(options: Options): Promise<number> {
	const units = await openUnits(options);
	const checked: Checked[] = [];
	let isReadable = true;
	for (const path of options.files) {
		try {
			checked.push(...(await openDrafts(path, { units, period: options.period })));
		} catch (cause) {
			if (!(cause instanceof AppError)) throw cause;
			isReadable = false;
			process.stderr.write(`${path}: ${describeError(cause, options.language)}\n`);
			checked.push(unreadable(path, cause));
		}
	}
	process.stdout.write(
		options.json ? inJson(checked, options.language) : inWords(checked, options.language)
	);
	if (!isReadable) return 2;
	return checked.some(({ issues }) => issues.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function unreadable(file: string, { code, params }: AppError): Checked {
	const issues: Issue[] = [{ severity: 'error', code, params }];
	return { file, periods: [], rows: { read: 0, accepted: 0, rejected: 0 }, totals: {}, issues };
}

function inJson(checked: Checked[], language: Language): string {
	const files = checked.map(({ file, sheet, template, periods, rows, totals, issues }) => ({
		file,
		sheet: sheet ?? null,
		template: template ?? null,
		period: periods.length === 1 ? periods[0] : null,
		periods,
		rows,
		totals,
		issues: issues.map(({ severity, code, row, column, value, ...issue }) => ({
			severity,
			code,
			row: row ?? null,
			column: column ?? null,
			value: value ?? null,
			message: wordsOf({ severity, code, row, column, value, ...issue }, language)
		}))
	}));
	return `${exactJson({ files })}\n`;
}

function inWords(checked: Checked[], language: Language): string {
	return checked
		.map(({ file, template = '–', periods, rows, issues }) => {
			const head = say(language, 'cli.checked', {
				file,
				template,
				period: periods.join(', ') || '–',
				...rows
			});
			return [head, ...issues.map((issue) => lineOf(issue, language))].join('\n');
		})
		.join('\n\n')
		.concat('\n');
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
