import type { Language } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { GUIDE_VIEWS } from './workbench-guide.ts';

/** Something that may be written at a place in a query. */
export interface QueryWord {
	label: string;
	kind: 'keyword' | 'view' | 'column' | 'function' | 'id';
	/** What it is, in a few words. */
	detail?: string;
	/** What is written where it is not the label. */
	apply?: string;
}

const KEYWORDS = [
	...['SELECT', 'FROM', 'WHERE', 'GROUP BY', 'ORDER BY', 'HAVING', 'QUALIFY', 'LIMIT', 'DISTINCT'],
	...['AS', 'WITH', 'UNION ALL', 'EXCEPT', 'INTERSECT', 'JOIN', 'LEFT JOIN', 'FULL JOIN', 'USING'],
	...['ON', 'AND', 'OR', 'NOT', 'IN', 'IS NULL', 'IS NOT NULL', 'BETWEEN', 'LIKE', 'ILIKE', 'CASE'],
	...['WHEN', 'THEN', 'ELSE', 'END', 'DESC', 'NULLS LAST', 'OVER', 'PARTITION BY', 'FILTER'],
	...['EXPLAIN', 'DESCRIBE', 'SUMMARIZE', 'PIVOT', 'CAST', 'TRY_CAST']
];

const FUNCTIONS = [
	...[
		'abs',
		'arg_max',
		'arg_min',
		'avg',
		'ceil',
		'coalesce',
		'concat',
		'contains',
		'corr',
		'count'
	],
	...['date_diff', 'date_trunc', 'dense_rank', 'first', 'floor', 'greatest', 'lag', 'last', 'lead'],
	...['least', 'left', 'length', 'list', 'lower', 'max', 'median', 'min', 'mode', 'nullif'],
	...['percent_rank', 'quantile_cont', 'rank', 'regexp_matches', 'replace', 'right', 'round'],
	...['row_number', 'split_part', 'starts_with', 'stddev', 'string_agg', 'strip_accents'],
	...['substring', 'sum', 'trim', 'upper', 'year']
];

/** What may be written in a query, whatever its place. */
export interface QueryVocabulary {
	keywords: readonly QueryWord[];
	views: readonly QueryWord[];
	functions: readonly QueryWord[];
	/** By view. */
	columns: ReadonlyMap<string, readonly QueryWord[]>;
	/** Indicators and measures, for what stands in quotes. */
	ids: readonly QueryWord[];
}

/** The words of a query, told in the language. */
export function queryVocabulary(catalogue: Catalogue, language: Language): QueryVocabulary {
	const measures = catalogue.templates.flatMap((template) => template.measures);
	return {
		keywords: KEYWORDS.map((label) => ({ label, kind: 'keyword' })),
		views: GUIDE_VIEWS.map(({ name, words }) => ({
			label: name,
			kind: 'view',
			detail: words[language]
		})),
		functions: FUNCTIONS.map((label) => ({ label, kind: 'function', apply: `${label}(` })),
		columns: new Map(
			GUIDE_VIEWS.map(({ name, columns }) => [
				name,
				columns.map((column) => ({
					label: column.name,
					kind: 'column',
					detail: column.words[language]
				}))
			])
		),
		ids: [
			...catalogue.indicators.map(({ id, shortName }) => ({ id, name: shortName[language] })),
			...measures.map(({ id, name }) => ({ id, name: name[language] }))
		].map(({ id, name }) => ({ label: id, kind: 'id', detail: name }))
	};
}

/**
 * What may be written before the cursor, and how many characters of it stand there already; absent where nothing is to
 * be suggested. Columns come first, those of the views that the query names.
 *
 * @param before the query up to the cursor
 * @param text all of it
 */
export function completeQuery(
	{ before, text }: { before: string; text: string },
	vocabulary: QueryVocabulary
): { typed: number; words: readonly QueryWord[] } | undefined {
	const quoted = /'([^'\n]*)$/.exec(before.replace(/--[^\n]*/g, blank));
	const isWithinQuotes = (before.match(/'/g) ?? []).length % 2 === 1;
	if (isWithinQuotes) {
		const typed = quoted?.[1] ?? '';
		const isAtOnce = /(indicator|measure)\s*(=|<>|!=|IN\s*\([^)]*)\s*'[^']*$/i.test(before);
		return isAtOnce || typed.length > 1
			? { typed: typed.length, words: vocabulary.ids }
			: undefined;
	}
	if (/--[^\n]*$/.test(before)) return undefined;
	const [, prefix, word = ''] = /(?:(\w+)\.)?(\w*)$/.exec(before) ?? [];
	const columns = columnsFor(prefix, text, vocabulary);
	if (prefix) return { typed: word.length, words: columns };
	const { views, functions, keywords } = vocabulary;
	if (/\b(FROM|JOIN|DESCRIBE|SUMMARIZE)\s+\w*$/i.test(before))
		return { typed: word.length, words: views };
	return { typed: word.length, words: [...columns, ...views, ...functions, ...keywords] };
}

function columnsFor(
	prefix: string | undefined,
	text: string,
	{ columns }: QueryVocabulary
): QueryWord[] {
	const own = prefix && columns.get(prefix.toLowerCase());
	if (own) return [...own];
	const named = [...columns.keys()].filter((view) => new RegExp(`\\b${view}\\b`, 'i').test(text));
	const words = (named.length > 0 ? named : [...columns.keys()]).flatMap(
		(view) => columns.get(view) ?? []
	);
	return [...new Map(words.map((word) => [word.label, word])).values()];
}

function blank(text: string): string {
	return ' '.repeat(text.length);
}
