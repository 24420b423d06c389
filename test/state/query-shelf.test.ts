import { expect, test } from 'vitest';
import {
	readShelf,
	withoutSaved,
	withPast,
	withSaved,
	writeShelf
} from '#lib/state/query-shelf.ts';

const EMPTY = { saved: [], past: [] };
const query = (id: string, name: string) => ({ id, name, text: `SELECT '${id}'` });

function storage() {
	let kept: string | null = null;
	return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
}

test('what is kept reads back as it was', () => {
	const shelf = {
		saved: [query('1', 'một')],
		past: [{ text: 'SELECT 1', at: '2026-11-22T05:00:00.000Z', rows: 1 }]
	};
	const kept = storage();
	expect(readShelf(kept)).toEqual(EMPTY);
	writeShelf(kept, shelf);
	expect(readShelf(kept)).toEqual(shelf);
});

test.each(['{', '1', 'null', '{"saved":[{"id":1}],"past":{}}', '{"past":[{"text":"a"},null]}'])(
	'%s on the device counts as nothing kept',
	(text) => {
		expect(readShelf({ getItem: () => text })).toEqual(EMPTY);
	}
);

test('a query saved under a name that is there takes its place', () => {
	const shelf = { ...EMPTY, saved: [query('1', 'a'), query('2', 'b')] };
	expect(withSaved(shelf, query('3', 'a')).saved).toEqual([query('3', 'a'), query('2', 'b')]);
	expect(withSaved(shelf, query('2', 'c')).saved).toEqual([query('1', 'a'), query('2', 'c')]);
	expect(withSaved(shelf, query('3', 'c')).saved).toHaveLength(3);
	expect(withoutSaved(shelf, '1').saved).toEqual([query('2', 'b')]);
});

test('a query run again stands first, once; only the newest forty are kept, and none that is huge', () => {
	const run = (text: string) => ({ text, at: '2026-11-22T05:00:00.000Z' });
	const shelf = withPast(withPast(withPast(EMPTY, run('a')), run('b')), run('a'));
	expect(shelf.past.map(({ text }) => text)).toEqual(['a', 'b']);
	const many = Array.from({ length: 50 }, (_, at) => run(`q${at}`)).reduce(withPast, EMPTY);
	expect(many.past).toHaveLength(40);
	expect(withPast(EMPTY, run('x'.repeat(30_000)))).toBe(EMPTY);
});
