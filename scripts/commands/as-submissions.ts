import type { Draft } from '#lib/ingest/draft.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';

/** What the drafts bring to a rollup, numbered from 1 in their order, as a workspace that takes them in it numbers them. */
export function asSubmissions(drafts: readonly Draft[]): RollupSubmission[] {
	return drafts.map(({ entries }, place) => ({
		sequence: place + 1,
		bytes: encodeEntries(entries)
	}));
}

/** The draft that became the submission of that number. */
export function draftOf(drafts: readonly Draft[], sequence: number): Draft | undefined {
	return drafts[sequence - 1];
}
