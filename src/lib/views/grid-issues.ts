import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue, Severity } from '#lib/base/issue.ts';
import type { Language } from '#lib/base/language.ts';
import type { MatchedHeader } from './column-choices.ts';
import { SEVERITIES } from './issue-list.ts';

/** The issue that a cell, or a row, is marked with: the gravest, `undefined` for none. */
export function gravestOf(issues: readonly Issue[]): Severity | undefined {
	return SEVERITIES.find((each) => issues.some(({ severity }) => severity === each));
}

/** The number of the column that an issue names by its header; `undefined` where it names none of the columns. */
export function columnOf({ column }: Issue, columns: readonly MatchedHeader[]): number | undefined {
	if (column === undefined) return undefined;
	const found =
		columns.find(({ header }) => header === column) ??
		columns.find(({ header }) => header.endsWith(` › ${column}`)) ??
		columns.find(({ carries }) => carries === column);
	return found?.column;
}

/** What is wrong with a row, that cell's issues first, in words. */
export function wordsOf(issues: readonly Issue[], language: Language): string[] {
	return issues.map((issue) => describeIssue(issue, language));
}
