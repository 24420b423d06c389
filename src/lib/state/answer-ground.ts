import type { QueryRows } from '#lib/base/query-answer.ts';
import type { AnswerGround } from '#lib/views/one-chart-answer.ts';
import { queryTitle } from '#lib/views/query-title.ts';
import { GUIDE_EXAMPLES } from '#lib/views/workbench-guide.ts';
import type { App } from './app-context.ts';
import type { QueryKeeping } from './query-keeping.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

/** What the drawn answer is made from as the analyst looks at it now, its rows in the order given. */
export function answerGround(
	{ view, workspace }: Pick<App, 'view' | 'workspace'>,
	{ bench, keeping, rows }: { bench: Workbench; keeping: QueryKeeping; rows: QueryRows }
): AnswerGround {
	const { language } = view;
	const { query = '', ground } = bench.answered ?? {};
	return {
		...{ rows, query, language, count: bench.count, isOutdated: bench.isOutdated },
		choice: bench.choice.chart,
		title: queryTitle(query, { saved: keeping.saved, examples: GUIDE_EXAMPLES, language }),
		unit: workspace.tree.rootsOn(view.day)[0]?.name ?? '',
		submissions: ground?.manifest.submissions ?? []
	};
}
