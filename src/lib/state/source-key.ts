import type { Layout } from '#lib/base/layout.ts';
import type { Submission } from '#lib/store/submission.ts';

/** Where a submission's figures come from, and how the file was understood. */
export type Source = Pick<Submission, 'sha256' | 'sheet' | 'table' | 'answers' | 'corrections'>;

/** Equal for the same table of the same bytes, answered and corrected in the same way: it would change nothing. */
export function sourceKey({
	sha256,
	sheet,
	table,
	answers = {},
	corrections = []
}: Source): string {
	const said = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
	const written = corrections.map(({ row, column, text }) => [row, column, text]);
	return JSON.stringify([sha256, sheet ?? null, table ?? null, said, written]);
}

/** Equal for layouts of the same sheet with the same headers: the newer one takes the place of the older. */
export function layoutKey({ template, headers }: Layout): string {
	return JSON.stringify([template, headers]);
}
