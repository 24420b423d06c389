import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { say } from '#lib/base/messages.ts';
import { readCatalogue } from '#lib/catalogue/read-catalogue.ts';

const B1 = 'templates/b1.json';
const TARGETS = 'targets/21-nq-tw.json';
const UNDERTAKINGS = 'undertakings/21-nq-tw.json';
const TASKS = 'undertakings/tasks-21-nq-tw.json';
const CITED = { document: '21-nq-tw', section: 'II.2', quote: 'trên 90%', inferred: false };
const words = { vi: 'chữ', en: 'word' };

/** A small catalogue without a fault. */
function soundParts(): Record<string, unknown> {
	const named = { name: words, shortName: words, counted: words, definition: words };
	const column = (code: string, header: string, more = {}): object => {
		const name = { vi: `${header} vi`, en: `${header} en` };
		return { id: `b1.${code}`, name, header, synonyms: [], overTime: 'end', ...more };
	};
	return {
		[B1]: {
			id: 'B1',
			title: words,
			measures: [
				column('tccsd', 'Tổng số TCCSĐ'),
				column('nu', 'nữ', { partOf: 'b1.tccsd' }),
				column('xl', 'Xếp loại'),
				column('xl_nu', 'nữ', { partOf: 'b1.xl' })
			],
			attributes: [{ id: 'b1.cap', header: 'Cấp', synonyms: [], splitsRows: true }],
			percentages: [
				{ header: 'Tỷ lệ', synonyms: [], numerator: ['b1.xl'], denominator: ['b1.tccsd'] }
			],
			checks: [
				{
					...{ id: 'b1.a', comparator: '<=', severity: 'error', missing: 'skip', message: words },
					...{ left: ['b1.xl'], right: ['b1.tccsd', '-b1.nu'] },
					hint: { left: ['b1.xl'], right: ['b1.xl_nu'], message: words }
				}
			]
		},
		'checks.json': [
			{
				...{ id: 'b1.b', comparator: '=', severity: 'warning', missing: 'skip', message: words },
				...{ left: ['b1.xl'], right: [{ measure: 'b1.tccsd', at: 'previous-year-end' }] }
			}
		],
		'indicators.json': [
			{ id: 'rated', numerator: ['b1.xl'], denominator: ['b1.tccsd'], headline: 1, ...named },
			{ id: 'plan-women', numerator: ['b1.nu'], denominator: [], ...named }
		],
		'documents.json': [
			{ id: '21-nq-tw', number: '21-NQ/TW', name: words, date: '2022-06-16', rank: 'central' }
		],
		[TARGETS]: [
			target('over-90', { kind: 'ratio', threshold: { comparator: '>', value: '90' } }),
			target('band', { kind: 'band', threshold: { comparator: 'between', value: '3', max: '4' } }),
			target('set-elsewhere', { kind: 'external' }),
			target('rising', { kind: 'trend', direction: 'up' }),
			target('top-3', { kind: 'rank', threshold: { comparator: '<=', value: '3' } })
		],
		[UNDERTAKINGS]: [
			{ id: 'database', kind: 'milestone', name: words, due: { kind: 'open' }, ...CITED },
			{
				...{ id: 'report', kind: 'duty', name: words, ...CITED },
				due: { kind: 'recurring', first: '2022-12-14', months: 12 }
			}
		],
		[TASKS]: {
			...{ document: '21-nq-tw', code: '21-NQ/TW' },
			tasks: [
				{ section: 'I.1', text: 'Làm trước', due: { kind: 'continuous' } },
				{
					section: 'I.2',
					text: 'Làm sau',
					due: { kind: 'conditional' },
					dueText: 'khi có hướng dẫn'
				}
			]
		}
	};
}

function target(id: string, more: object): object {
	return { id, indicator: 'rated', from: 2022, to: 2025, ...CITED, ...more };
}

type Path = (string | number)[];

/** A value put at a place of the sound parts, or taken out, and the fault that this makes. */
interface Fault {
	title: string;
	file: string;
	path: Path;
	value?: unknown;
	place: string;
	reason: string;
}

/** The sound parts with one value changed; `undefined` takes it out. */
function brokenParts(file: string, path: Path, value: unknown): Record<string, unknown> {
	const parts = cloneOf(soundParts());
	const keys = [file, ...path];
	const last = keys.pop() ?? '';
	let node = parts;
	for (const key of keys) node = node[key] as Record<string, unknown>;
	node[last] = value;
	return cloneOf(parts);
}

/** A copy as a file would hold it: nothing shared, and nothing `undefined`. */
function cloneOf(parts: Record<string, unknown>): Record<string, unknown> {
	return JSON.parse(JSON.stringify(parts)) as Record<string, unknown>;
}

function errorOf(parts: Record<string, unknown>): AppError {
	try {
		readCatalogue(parts);
	} catch (cause) {
		if (cause instanceof AppError) return cause;
		throw cause;
	}
	throw new Error('no fault was found');
}

it('a sound catalogue is read whole', () => {
	expect(readCatalogue(soundParts())).toEqual({
		templates: [soundParts()[B1]],
		checks: soundParts()['checks.json'],
		indicators: soundParts()['indicators.json'],
		documents: soundParts()['documents.json'],
		targets: soundParts()[TARGETS],
		undertakings: [
			...(soundParts()[UNDERTAKINGS] as object[]),
			{
				...{ id: '21-NQ/TW#I.1', kind: 'task', name: { vi: 'Làm trước', en: 'Làm trước' } },
				...{ document: '21-nq-tw', section: 'I.1', quote: 'Làm trước', inferred: false },
				due: { kind: 'continuous' }
			},
			{
				...{ id: '21-NQ/TW#I.2', kind: 'task', name: { vi: 'Làm sau', en: 'Làm sau' } },
				...{ document: '21-nq-tw', section: 'I.2', quote: 'Làm sau', inferred: false },
				...{ due: { kind: 'conditional' }, dueText: 'khi có hướng dẫn' }
			}
		]
	});
});

const FAULTS = join(import.meta.dirname, '../fixtures/catalogue/faults.json');

describe('a broken catalogue names file, place and reason of', () => {
	it.each(JSON.parse(readFileSync(FAULTS, 'utf8')) as Fault[])(
		'$title',
		({ file, path, value, place, reason }) => {
			const { code, params } = errorOf(brokenParts(file, path, value));
			const { file: foundFile, place: foundPlace, reasonEn } = params;
			expect([code, foundFile, foundPlace, reasonEn]).toEqual([
				'catalogue.broken',
				file,
				place,
				reason
			]);
		}
	);
});

it('the fault is said in either language', () => {
	const { params } = errorOf(brokenParts('indicators.json', [1, 'numerator', 0], 'b1.none'));
	expect(say('vi', 'catalogue.broken', params)).toBe(
		'Danh mục có lỗi ở tệp data/catalogue/indicators.json, mục plan-women › numerator[0]: không có số liệu gốc “b1.none”. Hãy sửa tệp rồi mở lại.'
	);
	expect(say('en', 'catalogue.broken', params)).toBe(
		'The catalogue is broken in data/catalogue/indicators.json, at plan-women › numerator[0]: there is no measure “b1.none”. Correct the file and open again.'
	);
});
