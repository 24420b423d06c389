import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { checksum } from '#lib/ingest/checksum.ts';
import { unzip } from '#lib/ingest/unzip.ts';
import { zipOf } from './write-spreadsheet.ts';

const ALL = /./;
const SIZE_IN_DIRECTORY = 24;
const METHOD_IN_DIRECTORY = 10;
const FLAGS_IN_DIRECTORY = 8;

describe('unpacking a zip archive', () => {
	it('gives back whatever was packed', async () => {
		const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 5000 });
		await fc.assert(
			fc.asyncProperty(text, text, async (a, b) => {
				const packed = zipOf({ 'a.xml': a, 'b/c.xml': b });
				const files = await unzip(packed, ALL);
				expect(textsOf(files)).toEqual({ 'a.xml': a, 'b/c.xml': b });
			}),
			{ numRuns: 40 }
		);
	});

	it('looks at the files alone that are wanted', async () => {
		const packed = zipOf({ 'xl/vbaProject.bin': 'macro', 'xl/workbook.xml': '<workbook/>' });
		expect(textsOf(await unzip(packed, /\.xml$/))).toEqual({ 'xl/workbook.xml': '<workbook/>' });
	});

	it('reads the bytes of an archive that lies within a larger buffer', async () => {
		const packed = zipOf({ 'a.xml': 'An Bình' });
		const larger = new Uint8Array(packed.length + 20);
		larger.set(packed, 10);
		const files = await unzip(larger.subarray(10, 10 + packed.length), ALL);
		expect(textsOf(files)).toEqual({ 'a.xml': 'An Bình' });
	});

	it.each([
		['file.damaged', 'a file that unpacks to more than it says', SIZE_IN_DIRECTORY, 4],
		['file.damaged', 'a file that unpacks to less than it says', SIZE_IN_DIRECTORY, 90_001],
		['file.damaged', 'a way of packing that no spreadsheet has', METHOD_IN_DIRECTORY, 12],
		['file.password', 'an encrypted file', FLAGS_IN_DIRECTORY, 1]
	])('refuses with %s: %s', async (code, _, place, value) => {
		const packed = zipOf({ 'a.xml': 'An Bình '.repeat(10_000) });
		const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
		const entry = view.getUint32(packed.length - 6, true);
		if (place === SIZE_IN_DIRECTORY) view.setUint32(entry + place, value, true);
		else view.setUint16(entry + place, value, true);
		await expect(unzip(packed, ALL)).rejects.toThrow(new AppError(code));
	});
});

describe('the checksum', () => {
	it('is the one that the standard gives for its check value', () => {
		expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
	});

	it('is 0 for nothing', () => {
		expect(checksum(new Uint8Array())).toBe(0);
	});
});

function textsOf(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
	const texts = Array.from(files, ([name, bytes]) => [
		name,
		new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
	]);
	return Object.fromEntries(texts) as Record<string, string>;
}
