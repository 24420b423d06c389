import type { Layout } from '#lib/base/layout.ts';
import { remembered } from '#lib/ingest/question.ts';
import type { Drafted } from './drafted.ts';

/** What the drafts' answers settle for the next files of their kind, where it is not known already. */
export function layoutsToKeep(drafts: readonly Drafted[], known: readonly Layout[]): Layout[] {
	return drafts
		.flatMap((draft): Layout[] => {
			const { template, file, sheet, matches } = draft;
			const answers = remembered(draft.answers);
			if (!template || Object.keys(answers).length === 0) return [];
			const name = sheet === undefined ? file : `${file} › ${sheet}`;
			return [{ template, name, headers: matches.headers, answers }];
		})
		.filter((layout) => !known.some((other) => isSameLayout(other, layout)));
}

function isSameLayout(a: Layout, b: Layout): boolean {
	return textOf(a) === textOf(b);
}

function textOf({ template, headers, answers }: Layout): string {
	return JSON.stringify([template, headers, Object.entries(answers).sort()]);
}
