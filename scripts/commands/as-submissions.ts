import type { Draft } from '#lib/ingest/draft.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';

/** What the drafts bring to a rollup, in their order. */
export function asSubmissions(drafts: readonly Draft[]): RollupSubmission[] {
	return drafts.map(({ entries }, sequence) => ({ sequence, bytes: encodeEntries(entries) }));
}
