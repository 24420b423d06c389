import type { KeptReports } from './kept-report.ts';
import type { Note } from './log.ts';
import type { Manifest } from './manifest.ts';
import type { Submission } from './submission.ts';

const EDITION_WORDS = {
	organisation: { saved: 'organisation-saved', undone: 'organisation-undone' },
	catalogue: { saved: 'catalogue-saved', undone: 'catalogue-undone' }
} as const;

/** What the log says of a change from one manifest to the next; `undefined` where nothing that counts has changed. */
export function noteOfChange(before: Manifest, after: Manifest): Note | undefined {
	const added = beyond(after.submissions, before.submissions);
	if (added.length > 0) return aboutSubmissions('submitted', added);
	const removed = beyond(before.submissions, after.submissions);
	if (removed.length > 0) return aboutSubmissions('undone', removed);
	return (
		noteOfEditions('organisation', before, after) ??
		noteOfEditions('catalogue', before, after) ??
		noteOfLists(before, after)
	);
}

/** What the log says of these submissions. */
export function aboutSubmissions(what: string, submissions: readonly Submission[]): Note {
	const names = [...new Set(submissions.map(({ file }) => file))];
	const figures = submissions.reduce((sum, submission) => sum + submission.figures, 0);
	return { what, names, count: submissions.length, figures };
}

function noteOfEditions(
	part: 'organisation' | 'catalogue',
	before: Manifest,
	after: Manifest
): Note | undefined {
	const [old, now] = [before[part] ?? [], after[part] ?? []];
	if (old.length === now.length) return undefined;
	const { saved, undone } = EDITION_WORDS[part];
	return { what: now.length > old.length ? saved : undone, names: [], count: 1 };
}

function noteOfLists(before: Manifest, after: Manifest): Note | undefined {
	const named = (what: string, list: readonly { name: string }[]): Note | undefined =>
		list.length === 0
			? undefined
			: { what, names: [...new Set(list.map(({ name }) => name))], count: list.length };
	return (
		named('layouts-changed', different(before.layouts, after.layouts)) ??
		named('templates-changed', ofReports('templates', before, after)) ??
		named('reports-changed', ofReports('definitions', before, after))
	);
}

function ofReports(part: keyof KeptReports, before: Manifest, after: Manifest): { name: string }[] {
	return different<{ name: string }>(before.reports?.[part], after.reports?.[part]);
}

/** Those that only one of the two lists holds; of one that was changed, what it is now. */
function different<T extends { name: string }>(
	before: readonly T[] = [],
	after: readonly T[] = []
): T[] {
	const [old, now] = [before, after].map(
		(list) => new Map(list.map((each) => [asText(each), each]))
	);
	const added = after.filter((each) => !old?.has(asText(each)));
	return added.length > 0 ? added : before.filter((each) => !now?.has(asText(each)));
}

function beyond(list: readonly Submission[], other: readonly Submission[]): Submission[] {
	const ids = new Set(other.map(({ id }) => id));
	return list.filter(({ id }) => !ids.has(id));
}

function asText(value: object): string {
	return JSON.stringify(value);
}
