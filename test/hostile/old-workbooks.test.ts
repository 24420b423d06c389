import { describe, expect, it, vi } from 'vitest';
import { readFile } from '#lib/ingest/read-file.ts';
import { readContainer } from '#lib/ingest/read-container.ts';
import { containerOf, joined, oldWorkbookOf, record } from './old-workbook.ts';
import { outcomeOf } from './refusal.ts';

const LAST = 0xffff;
const many = (times: number, each: Uint8Array): Uint8Array[] => [
	joined(Array.from({ length: times }, () => each))
];

/** A formula of an array that says it has 65 536 rows of 256, and has none. */
const ARRAY = [0, 1, 0, 0, 0, 0, 0x3ff0, 0, 0, 0, 8, 0x60, 0, 0, 0, 0xff00, 0xffff];

describe('an .xls file', () => {
	it.each([
		['links over the whole sheet', { sheet: many(1000, record(0x1b8, 0, LAST, 0, LAST)) }],
		['notes and drawings that are none', { sheet: many(1000, record(0x5d, 1)) }],
		['records that nobody knows', { sheet: many(1_000_000, record(0x7777)) }],
		['names without end', { globals: many(100_000, record(0x17, 1, 0, 0, 0)) }],
		['what continues nothing', { sheet: [record(0x99), ...many(1_000_000, record(0x3c))] }]
	])('with %s is as large as what it holds', async (_, parts) => {
		const told = vi.spyOn(console, 'error').mockReturnValue();
		expect(await outcomeOf(oldWorkbookOf(parts))).toEqual([[1, 1]]);
		expect(told).not.toHaveBeenCalled();
		told.mockRestore();
	});

	it('with formulas of arrays larger than they are gives their results', async () => {
		expect(await outcomeOf(oldWorkbookOf({ sheet: many(1000, record(0x06, ...ARRAY)) }))).toEqual([
			[1, 2]
		]);
	});

	it.each([
		[
			'widths of the same columns over and over',
			{ sheet: many(1000, record(0x7d, 0, LAST, 0, 0, 0, 0)) }
		],
		['merged ranges that are not there', { sheet: many(1000, record(0xe5, LAST)) }],
		['merged ranges one by one', { sheet: many(30_000, record(0xe5, 1, 0, 1, 0, 1)) }],
		['texts that are not there', { sheet: many(100_000, record(0x204, 1, 1, 0, LAST, 0)) }],
		[
			'a text continued without end',
			{ globals: [record(0xfc, 1, 0, 1, 0), ...many(20_000, record(0x3c))] }
		],
		['a text without its length', { sheet: [record(0x204, 1, 1)] }],
		['a result without its length', { sheet: [record(0x207)] }],
		['a format without its length', { globals: [record(0x41e, 200)] }],
		['shared texts that end too soon', { globals: [record(0xfc, 2, 0, 2, 0, 1, 0x4100, 0x42)] }],
		['formats without end', { globals: many(10_000, record(0x41e, 200, 1, 0x3000)) }],
		[
			'a format without end',
			{ globals: [record(0x41e, 200, 4000, ...new Array<number>(2001).fill(0x3030))] }
		],
		[
			'styles without end',
			{ globals: many(200_000, record(0xe0, ...new Array<number>(10).fill(0))) }
		],
		['a record cut short', { sheet: [record(0x203, 0, 0), new Uint8Array([3, 2, 255, 255])] }]
	])('with %s is refused', async (_, parts) => {
		expect(await outcomeOf(oldWorkbookOf(parts))).toBe('file.damaged');
	});

	it('that ends within the head of a record is read as far as it goes', async () => {
		const globals = [record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0), record(0x0a)];
		const bytes = containerOf({ '/Workbook': joined([...globals, new Uint8Array([0xba, 1, 0])]) });
		expect(await outcomeOf(bytes)).toBe('file.empty');
	});

	it('with shared texts over many records is read', async () => {
		const texts = record(0xfc, 1, 0, 1, 0, 4, 0x4100);
		const more = [
			new Uint8Array([0x3c, 0, 5, 0, 1, 66, 0, 67, 0]),
			new Uint8Array([0x3c, 0, 2, 0, 0, 68])
		];
		const bytes = oldWorkbookOf({
			globals: [texts, ...more],
			sheet: [record(0xfd, 0, 1, 0, 0, 0)]
		});
		expect((await readFile({ name: 'a', bytes }))[0]?.rows).toEqual([[1, 'ABCD']]);
	});

	it('with more cells than are read is refused', async () => {
		const row = record(0xbd, 0, 0, ...new Array<number>(3 * 256).fill(0), 255);
		expect(await outcomeOf(oldWorkbookOf({ sheet: many(12_000, row) }))).toBe(
			'file.too-many-cells'
		);
	});

	it('with more sheets than anyone has is refused', async () => {
		expect(await outcomeOf(oldWorkbookOf({}, 501))).toBe('file.too-many-sheets');
	});

	it('of a letter that holds a workbook is no table', async () => {
		const bytes = containerOf({
			'/WordDocument': new Uint8Array(5000),
			'/ObjectPool/_1/Workbook': new Uint8Array(5000)
		});
		expect(await outcomeOf(bytes)).toBe('file.not-a-table');
	});
});

describe('a container of streams', () => {
	const short = new Uint8Array(100).fill(1);
	const long = Uint8Array.from({ length: 10_000 }, (_, at) => at % 251);
	const bytes = containerOf({ '/Short': short, '/Long': long, '/Empty': new Uint8Array() });

	it('gives what its streams hold, short ones and long ones', () => {
		const { names, read } = readContainer(bytes);
		expect([...names].sort()).toEqual(expect.arrayContaining(['empty', 'long', 'short']));
		expect([read('short'), read('long'), read('empty')]).toEqual([short, long, new Uint8Array()]);
	});

	it('is read or refused wherever its sectors lead', () => {
		const view = new DataView(bytes.buffer);
		const table = (view.getInt32(76, true) + 1) * 512;
		for (let at = 0; at < 128; at++) {
			const led = bytes.slice();
			new DataView(led.buffer).setInt32(table + at * 4, at % 7, true);
			const outcome = (): number => readContainer(led).read('long').length;
			try {
				expect(outcome()).toBe(10_000);
			} catch (error) {
				expect(String(error)).toContain('file.damaged');
			}
		}
	});
});
