import type { Issue, Severity } from '#lib/base/issue.ts';
import type { ColumnDraft } from '#lib/ingest/draft-columns.ts';
import type { Draft, MatchedUnit } from '#lib/ingest/draft.ts';
import { encodeEntries, encodeReported } from '#lib/rollup/encode-entries.ts';
import type { StoredCorrection } from '#lib/store/submission.ts';
import type { Drafted, IssueKind } from './drafted.ts';

/** How many of each list a page is sent; it can ask for further issues. */
const MOST = { issues: 2000, questions: 300, units: 2000, totals: 500 };
const GRAVITY: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** What is known of a table beside its draft. */
export interface TablePlace {
	extent: { first: number; last: number };
	corrections: readonly StoredCorrection[];
}

/** The draft as a page takes it: in time and space that do not grow with its rows, but for its content. */
export function packDraft({ entries, ...draft }: Draft, place: TablePlace): Drafted {
	return packed(draft, { figures: entries.length, content: encodeEntries(entries) }, place);
}

/** The same of a draft whose entries are at hand column by column. */
export function packColumns({ entries, ...draft }: ColumnDraft, place: TablePlace): Drafted {
	return packed(draft, { figures: entries.row.length, content: encodeReported(entries) }, place);
}

function packed(
	draft: Omit<Draft, 'entries'>,
	content: Pick<Drafted, 'figures' | 'content'>,
	place: TablePlace
): Drafted {
	const { issues, questions, matches } = draft;
	return {
		...draft,
		...place,
		...content,
		...summarise(issues, place.extent),
		questions: questions.slice(0, MOST.questions),
		matches: {
			...matches,
			units: namesOnce(matches.units).slice(0, MOST.units),
			totals: matches.totals.slice(0, MOST.totals)
		}
	};
}

/** The gravest of the issues, how many there are of each kind, and the rows in trouble. */
export function summarise(
	issues: readonly Issue[],
	extent: TablePlace['extent']
): Pick<Drafted, 'issues' | 'kinds' | 'troubled'> {
	return {
		issues: gravest(issues).slice(0, MOST.issues),
		kinds: kindsOf(issues),
		troubled: troubledRows(issues, extent)
	};
}

/** The issues, errors first, each severity in the order found. */
export function gravest(issues: readonly Issue[]): Issue[] {
	return issues.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** The kinds of issue that occur, each with its number, errors first. */
export function kindsOf(issues: readonly Issue[]): IssueKind[] {
	const kinds = new Map<string, IssueKind>();
	for (const { severity, code } of issues) {
		const key = `${severity} ${code}`;
		const kind = kinds.get(key) ?? { severity, code, count: 0 };
		kinds.set(key, { ...kind, count: kind.count + 1 });
	}
	return [...kinds.values()].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

function troubledRows(
	issues: readonly Issue[],
	{ first, last }: TablePlace['extent']
): Uint32Array {
	const rows = new Set<number>();
	for (const { severity, row } of issues) {
		if (severity !== 'info' && row !== undefined && row >= first && row <= last) rows.add(row);
	}
	return Uint32Array.from(rows).sort();
}

/** Each name with its unit once, where it stands first. */
function namesOnce(units: readonly MatchedUnit[]): MatchedUnit[] {
	const names = new Map<string, MatchedUnit>();
	for (const match of units) {
		const key = `${match.text}\n${match.unit}`;
		if (!names.has(key)) names.set(key, match);
	}
	return [...names.values()];
}
