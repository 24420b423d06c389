import { describe, expect, it } from 'vitest';
import { readFile } from '#lib/ingest/read-file.ts';
import { writeParquet } from '#test/ingest/write-parquet.ts';
import { joined } from './archive.ts';
import { outcomeOf } from './refusal.ts';

const text = (each: string): Uint8Array => new TextEncoder().encode(each);
const MEGABYTE = 1_000_000;

describe('a text', () => {
	it.each<[string, Uint8Array, unknown]>([
		['20 MB of nothing', new Uint8Array(20 * MEGABYTE), 'file.not-a-table'],
		['5 MB of blanks', new Uint8Array(5 * MEGABYTE).fill(32), 'file.long-cell'],
		['2 MB of commas', new Uint8Array(2 * MEGABYTE).fill(44), 'file.too-many-columns'],
		['13 MB of line ends', new Uint8Array(13 * MEGABYTE).fill(10), 'file.too-many-rows'],
		['2 MB of quotes', new Uint8Array(2 * MEGABYTE).fill(34), 'file.long-cell'],
		['a quote open over 4 MB', text(`a,b\n1,"${'x,y\n'.repeat(MEGABYTE)}`), 'file.open-quote'],
		['100 000 columns', text(`a${',b'.repeat(100_000)}\n1,2\n`), 'file.too-many-columns'],
		['100 000 columns in quotes', text(`"a"${',b'.repeat(100_000)}\n`), 'file.too-many-columns'],
		['a cell of 10 MB', text(`a,b\n1,${'x'.repeat(10 * MEGABYTE)}\n`), 'file.long-cell'],
		['a quoted cell of 10 MB', text(`a,b\n1,"${'x'.repeat(10 * MEGABYTE)}"\n`), 'file.long-cell'],
		['1 000 000 empty rows', text(`a,b\n1,2${'\n,'.repeat(MEGABYTE)}\n`), [[1_000_002, 2]]],
		[
			'two encodings',
			joined([text('Đơn vị,Số\n'), Uint8Array.of(0xd0, 0xf4, 0x0a)]),
			'file.encoding'
		]
	])('%s is read or refused', async (_, bytes, outcome) => {
		expect(await outcomeOf(bytes)).toEqual(outcome);
	});

	it('in UTF-16 of an odd length is refused', async () => {
		const wide = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0, 0x31]);
		expect(await outcomeOf(wide)).toBe('file.encoding');
	});

	it('may say anything in a cell, and it stays what it says', async () => {
		const cells = [
			...['__proto__', 'constructor', 'toString', "'; DROP TABLE facts;--", '<script>1</script>'],
			...['=1+1', '\u202eabc', '\u200b', 'a\u0000b', '9'.repeat(400), '99/99/9999', '-0', '1e999']
		];
		const bytes = text(`${cells.join('\t')}\n`);
		expect((await readFile({ name: 'a', bytes }))[0]?.rows).toEqual([cells]);
	});
});

describe('a Parquet file', () => {
	it('of more rows than may be is refused before any is laid out', async () => {
		const bytes = await writeParquet('SELECT NULL::INT AS a FROM range(12000001)');
		expect(bytes.length).toBeLessThan(MEGABYTE);
		expect(await outcomeOf(bytes)).toBe('file.too-many-rows');
	});

	it('of a cell longer than any is refused', async () => {
		const bytes = await writeParquet(`SELECT repeat('a', 200000) AS a`);
		expect(await outcomeOf(bytes)).toBe('file.long-cell');
	});
});
