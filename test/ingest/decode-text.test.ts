import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { vietnameseText } from './vietnamese-text.ts';
import { encodeWindows1258 } from './windows-1258.ts';

const TEXT = 'Đơn vị;Tỷ lệ\nĐảng bộ phường Hòa Khánh;91,67\nĐảng ủy xã Suối Đá;ườ ỡ ẵ Ặ\n';
const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, { littleEndian }: { littleEndian: boolean }): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
	return bytes;
}

describe('decoding text', () => {
	it.each<[string, Uint8Array]>([
		['UTF-8', utf8(TEXT)],
		['UTF-8 with a byte order mark', utf8(`\ufeff${TEXT}`)],
		['decomposed UTF-8', utf8(TEXT.normalize('NFD'))],
		['UTF-16 LE with a byte order mark', utf16(`\ufeff${TEXT}`, { littleEndian: true })],
		['UTF-16 BE with a byte order mark', utf16(`\ufeff${TEXT}`, { littleEndian: false })],
		['UTF-16 LE without one', utf16(TEXT, { littleEndian: true })],
		['UTF-16 BE without one', utf16(TEXT, { littleEndian: false })],
		['windows-1258', encodeWindows1258(TEXT)]
	])('reads %s', (_, bytes) => {
		expect(decodeText(bytes)).toBe(TEXT);
	});

	it('reads a view into a larger buffer', () => {
		const bytes = utf8(`xx${TEXT}xx`);
		expect(decodeText(bytes.subarray(2, -2))).toBe(TEXT);
	});

	it('gives back any Vietnamese text from UTF-8, composed or not', () => {
		fc.assert(
			fc.property(vietnameseText, (text) => {
				expect(decodeText(utf8(text))).toBe(text);
				expect(decodeText(utf8(text.normalize('NFD')))).toBe(text);
			})
		);
	});

	it('gives back any Vietnamese text from windows-1258 and from UTF-16', () => {
		fc.assert(
			fc.property(vietnameseText, (text) => {
				const sheet = `Đơn vị,Tổng số\n${text}`;
				expect(decodeText(encodeWindows1258(sheet))).toBe(sheet);
				expect(decodeText(utf16(`\ufeff${sheet}`, { littleEndian: true }))).toBe(sheet);
				expect(decodeText(utf16(`\ufeff${sheet}`, { littleEndian: false }))).toBe(sheet);
			})
		);
	});

	it('refuses UTF-8 with a broken byte instead of taking it for windows-1258', () => {
		const bytes = utf8(TEXT);
		bytes[bytes.indexOf(0x0a) + 3] = 0xff;
		expect(() => decodeText(bytes)).toThrow(new AppError('file.encoding', { row: 2 }));
	});

	it('refuses UTF-16 that ends in half a character', () => {
		const bytes = utf16(`\ufeff${TEXT}`, { littleEndian: true });
		expect(() => decodeText(bytes.subarray(0, -1))).toThrow(
			new AppError('file.encoding', { row: 3 })
		);
	});

	it('reads VISCII', () => {
		// "Phường Tân Mỹ, Xã Suối Đá, Tổng số, Đảng bộ" by glibc's iconv.
		const bytes = latin(
			'Ph\u00df\u00b6ng T\u00e2n M\u00db, X\u00e3 Su\u00afi \u00d0\u00e1, T\u00b1ng s\u00af, \u00d0\u00e4ng b\u00b5'
		);
		expect(decodeText(new Uint8Array(bytes))).toBe('Phường Tân Mỹ, Xã Suối Đá, Tổng số, Đảng bộ');
	});

	it('takes text in another language for windows-1252', () => {
		const bytes = [...latin('Histórico;Dépenses\nà côté;'), 0x80, ...latin(' 5\n')];
		expect(decodeText(new Uint8Array(bytes))).toBe('Histórico;Dépenses\nà côté;€ 5\n');
	});

	it('keeps a stray zero byte within text', () => {
		expect(decodeText(utf8('Đơn vị,Số\nAn Bình,2\u00004\n'))).toBe('Đơn vị,Số\nAn Bình,2\u00004\n');
	});

	it('refuses bytes that windows-1258 does not have', () => {
		const bytes = new Uint8Array([0x61, 0x0a, 0x90, 0xe1, 0xf2]);
		expect(() => decodeText(bytes)).toThrow(new AppError('file.encoding', { row: 2 }));
	});

	it.each<[string, Uint8Array]>([
		['zero bytes without a pattern', new Uint8Array(4096).map((_, i) => (i * 7919) % 251)],
		['control characters', new Uint8Array(400).map((_, i) => (i % 3 === 0 ? 1 + (i % 8) : 65))],
		['numbers of 16 bits', new Uint8Array(400).map((_, i) => (i % 2 === 0 ? 1 + (i % 20) : 0))]
	])('refuses %s as no text', (_, bytes) => {
		expect(() => decodeText(bytes)).toThrow(new AppError('file.not-a-table'));
	});
});
