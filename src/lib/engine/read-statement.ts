import type { QueryFault } from '#lib/base/query-answer.ts';

/** One question in SQL: its text with what was left out of it blanked, so that every place in it stays where it was. */
export interface Statement {
	query: string;
	/** Whether its rows are asked for, how they would be found, or how they were. */
	asks: 'rows' | 'plan' | 'run-plan';
}

/** Statements that do something else than answer. */
const WRITING = new Set(
	(
		'ABORT ALTER ANALYZE ATTACH BEGIN CALL CHECKPOINT COMMENT COMMIT COPY CREATE DEALLOCATE DELETE DETACH DROP EXECUTE ' +
		'EXPORT FORCE GRANT IMPORT INSERT INSTALL LOAD MERGE PRAGMA PREPARE REINDEX RENAME REPLACE RESET REVOKE ROLLBACK ' +
		'SET START TRUNCATE UPDATE UPSERT USE VACUUM'
	).split(' ')
);

/** Comments, texts and quoted names, in which nothing is a statement; one that is not closed runs to the end. */
const QUOTED =
	/--[^\n]*|[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$(\w*)\$[^]*?(?:\$\1\$|$)/y;

/** The one question that the text asks; or why it is none. */
export function readStatement(text: string): Statement | { fault: QueryFault } {
	const { marked, ends } = markQuoted(text);
	const start = marked.search(/[^\s;]/);
	if (start < 0) return { fault: { kind: 'empty' } };
	const end = ends.find((each) => each > start) ?? text.length;
	if (/[^\s;]/.test(marked.slice(end)))
		return { fault: { kind: 'several', place: placeAt(text, end) } };
	const [explain = '', analyze] = /^EXPLAIN\b(\s+ANALYZE\b)?\s*/i.exec(marked.slice(start)) ?? [];
	const from = start + explain.length;
	const word = /^[a-z]+/i.exec(marked.slice(from))?.[0].toUpperCase();
	if (word && WRITING.has(word))
		return { fault: { kind: 'writes', word, place: placeAt(text, from) } };
	const query = blanked(text, 0, from) + text.slice(from, end) + blanked(text, end);
	if (!explain) return { query, asks: 'rows' };
	return { query, asks: analyze ? 'run-plan' : 'plan' };
}

/** The text with comments blanked and what is quoted marked, and where its statements end. */
function markQuoted(text: string): { marked: string; ends: number[] } {
	let marked = '';
	const ends: number[] = [];
	while (marked.length < text.length) {
		const at = marked.length;
		const quoted = quotedAt(text, at);
		if (quoted) {
			marked +=
				quoted.startsWith('--') || quoted.startsWith('/*')
					? blanked(quoted)
					: '#'.repeat(quoted.length);
			continue;
		}
		if (text[at] === ';') ends.push(at);
		marked += text[at];
	}
	return { marked, ends: [...ends, text.length] };
}

function quotedAt(text: string, at: number): string | undefined {
	if (text.startsWith('/*', at)) return commentAt(text, at);
	// A letter before it makes the quote mark or the dollar part of a name.
	const isWithinName = /\w/.test(text[at - 1] ?? '') && /[eE$]/.test(text[at] ?? '');
	if (isWithinName) return undefined;
	QUOTED.lastIndex = at;
	return QUOTED.exec(text)?.[0] || undefined;
}

/** Comments of this kind stand within one another. */
function commentAt(text: string, at: number): string {
	const marks = /\/\*|\*\//g;
	marks.lastIndex = at;
	let depth = 0;
	for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
		depth += mark[0] === '/*' ? 1 : -1;
		if (depth === 0) return text.slice(at, marks.lastIndex);
	}
	return text.slice(at);
}

/** Spaces in place of everything but the ends of lines. */
function blanked(text: string, from = 0, to = text.length): string {
	return text.slice(from, to).replace(/[^\n]/g, ' ');
}

/** Line and column of a place in a text, from 1. */
function placeAt(text: string, at: number): { line: number; column: number } {
	const lines = text.slice(0, at).split('\n');
	return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
