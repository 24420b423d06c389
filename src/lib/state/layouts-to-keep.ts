import type { Answers, Layout } from '#lib/base/layout.ts';
import { type QuestionKind, remembered } from '#lib/ingest/question.ts';
import type { Drafted } from './drafted.ts';
import { layoutKey } from './source-key.ts';

/** What holds where a question that asks for no answer is left open; said so, the next file need not ask it again. */
const LEFT_OPEN: Partial<Record<QuestionKind, string>> = { blank: 'missing', column: 'absent' };

/** What the drafts' answers settle for the next files of their kind, where it is not known already. */
export function layoutsToKeep(drafts: readonly Drafted[], known: readonly Layout[]): Layout[] {
	return drafts
		.flatMap((draft): Layout[] => {
			const { template, file, sheet, matches } = draft;
			const answers = { ...leftOpen(draft), ...remembered(draft.answers) };
			if (!template || Object.keys(answers).length === 0) return [];
			const name = sheet === undefined ? file : `${file} › ${sheet}`;
			return [{ template, name, headers: matches.headers, answers }];
		})
		.filter((layout) => !known.some((other) => isSameLayout(other, layout)));
}

/** The layouts kept with those settled now, in place of the ones for the same headers. */
export function withLayouts(kept: readonly Layout[], settled: readonly Layout[]): Layout[] {
	const keys = new Set(settled.map(layoutKey));
	return [...kept.filter((layout) => !keys.has(layoutKey(layout))), ...settled];
}

/** The layouts kept without the one for the same headers. */
export function withoutLayout(kept: readonly Layout[], layout: Layout): Layout[] {
	return kept.filter((other) => layoutKey(other) !== layoutKey(layout));
}

function leftOpen({ questions }: Drafted): Answers {
	const open = questions.flatMap(({ key, kind, required }) => {
		const value = LEFT_OPEN[kind];
		return required || value === undefined ? [] : [[key, value] as const];
	});
	return Object.fromEntries(open);
}

function isSameLayout(a: Layout, b: Layout): boolean {
	return textOf(a) === textOf(b);
}

function textOf({ template, headers, answers }: Layout): string {
	return JSON.stringify([template, headers, Object.entries(answers).sort()]);
}
