import { say } from '#lib/base/messages.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import type { Options } from './options.ts';

/** Says on the error stream how many errors the drafts have; 0 without any, else 1: how a command ends. */
export function reportErrors(
	drafts: readonly Draft[],
	{ language }: Pick<Options, 'language'>
): number {
	const count = drafts
		.flatMap(({ issues }) => issues)
		.filter(({ severity }) => severity === 'error').length;
	if (count > 0) process.stderr.write(`${say(language, 'cli.errors-in-data', { count })}\n`);
	return count > 0 ? 1 : 0;
}
