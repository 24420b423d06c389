import type { QueryFault } from '#lib/base/query-answer.ts';

type Kind = QueryFault['kind'];

/** What DuckDB calls its errors. */
const KINDS: Record<string, Kind> = {
	Parser: 'syntax',
	Syntax: 'syntax',
	Catalog: 'name',
	Binder: 'name',
	Conversion: 'value',
	'Out of Range': 'value',
	'Mismatch Type': 'value',
	'Divide by Zero': 'value',
	Permission: 'forbidden'
};

/** In words of DuckDB: it opens no file, fetches no extension, writes nothing where it only reads. */
const FORBIDDEN =
	/disabled by configuration|has been locked|read-only mode|Expected a single SELECT|exists in the \w+ extension/;
const PLACE = /\n+LINE (\d+): (.*)\n( *)\^/;

/**
 * The words in which DuckDB refused a query, and the place in the reader's text that they point at.
 *
 * @param query the reader's text, which stood from the second line on
 */
export function readFault(message: string, query: string): QueryFault {
	const place = placeIn(message, query);
	const reason = message.replace(/\n+LINE \d+: [^]*$/, '').trim();
	const [, name = '', words = reason] = /^([A-Z][\w ]*?) Error: ([^]*)$/.exec(reason) ?? [];
	if (/Cannot prepare multiple statements/.test(words)) return { kind: 'pivot' };
	return {
		kind: FORBIDDEN.test(message) ? 'forbidden' : kindOf(name, words),
		reason: words,
		...missingName(words),
		...(place && { place })
	};
}

/** A binder also refuses what has names enough and does not fit. */
function kindOf(name: string, words: string): Kind {
	const kind = KINDS[name] ?? 'other';
	const isMissing = /not found|does not exist|Did you mean|Candidate/.test(words);
	return kind === 'name' && !isMissing ? 'other' : kind;
}

function missingName(words: string): Pick<QueryFault, 'word' | 'candidates'> {
	const near = /at or near "([^"]*)"/.exec(words)?.[1];
	const missing =
		/(?:column|Function with name|Table with name|table) "?([^\s"]+)"? (?:not found|does not exist)/.exec(
			words
		)?.[1];
	const word = near ?? missing;
	const listed = /(?:Candidate bindings|Did you mean|Candidate Entries):? ([^\n]*)/.exec(
		words
	)?.[1];
	const candidates = [...(listed ?? '').matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? '');
	return { ...(word && { word }), ...(candidates.length > 0 && { candidates }) };
}

function placeIn(message: string, query: string): QueryFault['place'] {
	const [, number, shown = '', spaces = ''] = PLACE.exec(message) ?? [];
	if (!number) return undefined;
	const lines = query.split('\n');
	const line = Number(number) - 1;
	const text = lines[line - 1];
	if (text === undefined) return endOf(lines);
	const at = spaces.length - `LINE ${number}: `.length;
	// Of a long line only a part is shown.
	const cut = shown.startsWith('...') ? text.indexOf(shown.slice(3).replace(/\.\.\.$/, '')) - 3 : 0;
	return { line, column: Math.min(Math.max(0, at + cut), text.length) + 1 };
}

/** The query broke off: what is lacking is lacking at its end. */
function endOf(lines: readonly string[]): QueryFault['place'] {
	const last = lines.findLastIndex((line) => line.trim());
	if (last < 0) return undefined;
	return { line: last + 1, column: (lines[last] ?? '').trimEnd().length + 1 };
}
