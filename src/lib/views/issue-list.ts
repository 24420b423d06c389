import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue, Severity } from '#lib/base/issue.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

/** One issue in words: how grave, where, what stands there, what is wrong and what to do. */
export interface IssueLine {
	severity: Severity;
	/** `Lỗi`, `Cảnh báo` or `Ghi chú`. */
	severityWord: string;
	/** The row as a person counts it; empty where the issue is about the file. */
	row: string;
	/** The header of the column; empty where the issue is about the row or the file. */
	column: string;
	value: string;
	words: string;
}

/** The severities, gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The issues, the gravest first, within a severity by row as they were found. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
	return [...issues].sort(byGravity);
}

/** The issues in words, in the order given. */
export function issueList(issues: readonly Issue[], language: Language): IssueLine[] {
	return issues.map((issue) => ({
		severity: issue.severity,
		severityWord: say(language, `severity.${issue.severity}`),
		row: issue.row === undefined ? '' : String(issue.row),
		column: issue.column ?? '',
		value: issue.value ?? '',
		words: describeIssue(issue, language)
	}));
}

/** How many issues there are of each severity. */
export function countIssues(issues: readonly Issue[]): Record<Severity, number> {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity } of issues) counts[severity]++;
	return counts;
}

/** The issues of several files as the rows of a table with a header, for a file that the analyst sends back. */
export function issueTable(
	files: readonly { file: string; issues: readonly Issue[] }[],
	language: Language
): string[][] {
	const header = ['file', 'severity', 'row', 'column', 'value', 'words'] as const;
	const rows = files.flatMap(({ file, issues }) =>
		issueList(sortIssues(issues), language).map(({ severityWord, row, column, value, words }) => [
			...[file, severityWord, row, column, value, words]
		])
	);
	return [header.map((name) => say(language, `issue-list.${name}`)), ...rows];
}

function byGravity(a: Issue, b: Issue): number {
	const gravity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
	return gravity || (a.row ?? 0) - (b.row ?? 0);
}
