import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { isMessageKey } from '#lib/base/messages.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { writeParquet } from './write-parquet.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const SHEET = 'Đơn vị,Số\nAn Bình,24\n';

describe('reading a file', () => {
	it('reads CSV whatever its name says', async () => {
		const bytes = new TextEncoder().encode(SHEET);
		expect(await readFile({ name: 'Biểu 1.xlsx', bytes })).toEqual([
			{
				rows: [
					['Đơn vị', 'Số'],
					['An Bình', '24']
				]
			}
		]);
	});

	it('reads Parquet whatever its name says', async () => {
		const bytes = await writeParquet(`SELECT 'An Bình' AS "Đơn vị", 24 AS "Số"`);
		expect(await readFile({ name: 'b1.csv', bytes })).toEqual([
			{
				rows: [
					['Đơn vị', 'Số'],
					['An Bình', 24]
				]
			}
		]);
	});

	it('reads the bytes that Node gives, which lie within a larger buffer', async () => {
		const bytes = readFileSync(new URL('../fixtures/files/quotes.csv', import.meta.url));
		expect((await readFile({ name: 'quotes.csv', bytes }))[0]?.rows.length).toBe(4);
	});

	it.each<[string, string, Uint8Array]>([
		['file.empty', 'an empty file', new Uint8Array()],
		['file.empty', 'blanks and line breaks', latin(' \r\n\t\n')],
		['file.empty', 'nothing but separators', latin(',,,\n,,,\n')],
		['file.empty', 'a byte order mark alone', latin('\xef\xbb\xbf')],
		['file.damaged', 'a workbook without an end', latin('PK\x03\x04\x14\x00xl/workbook.xml')],
		['file.damaged', 'the start of an old workbook', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
		['file.not-a-table', 'a PDF', latin('%PDF-1.7\n1 0 obj')],
		['file.not-a-table', 'a picture', latin('\x89PNG\r\n\x1a\n\x00\x00')],
		['file.not-a-table', 'unknown binary', new Uint8Array(4096).map((_, i) => (i * 37) % 256)],
		['file.damaged', 'a Parquet file without an end', latin('PAR1\x15\x04\x15\x00')]
	])('refuses with %s: %s', async (code, _, bytes) => {
		expect(isMessageKey(code)).toBe(true);
		await expect(readFile({ name: 'b1.csv', bytes })).rejects.toThrow(
			new AppError(code, { file: 'b1.csv' })
		);
	});

	it('adds the file to what is wrong inside it', async () => {
		await expect(readFile({ name: 'b1.csv', bytes: latin('a,b\n"1,2\n') })).rejects.toThrow(
			new AppError('file.open-quote', { file: 'b1.csv', row: 2 })
		);
	});

	it('refuses more than 500 MB before looking inside', async () => {
		const bytes = new Uint8Array(500_000_001);
		await expect(readFile({ name: 'big.csv', bytes })).rejects.toThrow(
			new AppError('file.too-large', { file: 'big.csv', most: 500 })
		);
	});
});
