import type { IsoDate } from '#lib/base/period.ts';
import type { Severity } from '#lib/base/issue.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import type { Addition, StoredCorrection } from '#lib/store/submission.ts';
import type { CellChanges } from '#lib/views/draft-changes.ts';

/** One kind of issue, and how often it was found. */
export interface IssueKind {
	severity: Severity;
	code: string;
	count: number;
}

/**
 * A draft as it leaves the ingest worker: its entries packed into the bytes that the store keeps, its lists cut to what
 * a page can take.
 */
export interface Drafted extends Omit<Draft, 'entries'> {
	/** How many entries the content holds. */
	figures: number;
	content: Uint8Array;
	/** Every kind of issue, those beyond the listed ones too. */
	kinds: IssueKind[];
	/** The rows below the header that an error or a warning is about, ascending. */
	troubled: Uint32Array;
	/** The first and last row below the header. */
	extent: { first: number; last: number };
	/** What the analyst wrote over its cells. */
	corrections: readonly StoredCorrection[];
	/** The day on which it was received, where that is known without the analyst's word. */
	received?: IsoDate;
	/** What it would change of the figures in force; absent until that is known. */
	changes?: CellChanges;
}

/** Something about a table that only the analyst can say. */
export type TableQuestion = Draft['questions'][number];

/** What the analyst says of a commit. */
export interface CommitChoice {
	note?: string;
	/** The day on which the report was received, where that is not today. */
	received?: IsoDate;
	state: 'official' | 'provisional';
}

/** Names a table within its file. */
export function tableKey({ sheet = '', table = 1 }: Pick<Draft, 'sheet' | 'table'>): string {
	return `${sheet}#${table}`;
}

/** How many issues of each severity a draft has, those beyond the listed ones too. */
export function countKinds(kinds: readonly IssueKind[]): Record<Severity, number> {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity, count } of kinds) counts[severity] += count;
	return counts;
}

/** The draft with the analyst's reason at each warning that one was given for, by the warning's code. */
export function withReasons(draft: Drafted, reasons: Readonly<Record<string, string>>): Drafted {
	const issues = draft.issues.map((issue) => {
		const reason = issue.severity === 'warning' ? reasons[issue.code]?.trim() : undefined;
		return reason ? { ...issue, reason } : issue;
	});
	return { ...draft, issues };
}

/** What the store is told of a draft that is committed; throws on one whose sheet was not recognised. */
export function asAddition(draft: Drafted, { note, state, ...choice }: CommitChoice): Addition {
	const { file, sha256, sheet, table, template, periods, rows, issues, figures, content } = draft;
	const { answers, corrections } = draft;
	const received = choice.received ?? draft.received;
	if (!template) throw new TypeError(`no template: ${file}`);
	return {
		...{ file, sha256, template, periods, rows, issues, figures, content, state },
		...(sheet && { sheet }),
		...(table && { table }),
		...(received && { received }),
		...(note && { note }),
		...(Object.keys(answers).length > 0 && { answers }),
		...(corrections.length > 0 && { corrections: [...corrections] })
	};
}
