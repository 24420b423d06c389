import type { Draft } from '#lib/ingest/draft.ts';
import type { Addition } from '#lib/store/submission.ts';
import type { CellChanges } from '#lib/views/draft-changes.ts';

/** A draft as it leaves the ingest worker: its entries packed into the bytes that the store keeps. */
export interface Drafted extends Omit<Draft, 'entries'> {
	/** How many entries the content holds. */
	figures: number;
	content: Uint8Array;
	/** What it would change of the figures in force; absent until that is known. */
	changes?: CellChanges;
}

/** What the analyst says of a commit. */
export interface CommitChoice {
	note?: string;
	state: 'official' | 'provisional';
}

/** What the store is told of a draft that is committed; throws on one whose sheet was not recognised. */
export function asAddition(draft: Drafted, { note, state }: CommitChoice): Addition {
	const { file, sha256, sheet, template, periods, rows, issues, figures, content } = draft;
	if (!template) throw new TypeError(`no template: ${file}`);
	return {
		...{ file, sha256, template, periods, rows, issues, figures, content, state },
		...(sheet && { sheet }),
		...(note && { note })
	};
}
