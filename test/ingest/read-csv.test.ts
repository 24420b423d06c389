import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { writeCsv } from '#lib/base/write-csv.ts';

describe('reading CSV', () => {
	it('refuses a quote that is never closed, with its row', () => {
		expect(() => readCsv('a,b\n1,2\n"3,4\n5,6\n')).toThrow(
			new AppError('file.open-quote', { row: 3 })
		);
	});

	it('refuses a quote that swallows rows before it closes, with its row', () => {
		expect(() => readCsv('a,b\n"Xuân" Hòa,2\n"Thu",4\n5,6\n')).toThrow(
			new AppError('file.open-quote', { row: 2 })
		);
	});

	it('finds the separator beyond the first line', () => {
		const data = Array.from({ length: 20 }, (_, i) => `${i};Phường ${i};${i},5`);
		const { rows } = readCsv(['Biểu 1, 2, 3, 4, 5, 6', ...data].join('\n'));
		expect(rows[20]).toEqual(['19', 'Phường 19', '19,5']);
	});
});

describe('writing CSV', () => {
	it('ends records with CRLF and quotes only what needs it', () => {
		expect(
			writeCsv([
				['a', 'b, c', 'nói "được"'],
				[1, 9007199254740993n, null],
				['một\nhai', ' ', 0.5]
			])
		).toBe('a,"b, c","nói ""được"""\r\n1,9007199254740993,\r\n"một\nhai", ,0.5\r\n');
	});

	it('gives back the same cells when read again', () => {
		const text = fc.string({ unit: fc.constantFrom(...'aĐ," \n\r1') });
		const cell: fc.Arbitrary<Cell> = text.map((each) => (each === '' ? null : each));
		const row = fc.array(cell, { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
				const marked = rows.map((each) => ['x', 'y', 'z', ...each]);
				expect(readCsv(writeCsv(marked)).rows).toEqual(marked);
			})
		);
	});
});
