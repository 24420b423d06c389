import examples from '#data/workbench/examples.json' with { type: 'json' };
import views from '#data/workbench/views.json' with { type: 'json' };
import type { Words } from '#lib/base/language.ts';

/** A column that may be asked for: its type as DuckDB names it, and what it holds. */
export interface GuideColumn {
	name: string;
	type: string;
	words: Words;
}

/** A view that may be asked. */
export interface GuideView {
	name: string;
	words: Words;
	columns: readonly GuideColumn[];
}

/** A question to begin with. */
export interface GuideExample {
	id: string;
	words: Words;
	query: string;
}

/** The views of the workbench, the most asked first. */
export const GUIDE_VIEWS: readonly GuideView[] = views;

/** Questions to begin with. */
export const GUIDE_EXAMPLES: readonly GuideExample[] = examples;
