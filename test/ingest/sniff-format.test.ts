import { describe, expect, it } from 'vitest';
import { type FileFormat, sniffFormat } from '#lib/ingest/sniff-format.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('telling a format by content', () => {
	it.each<[FileFormat, Uint8Array]>([
		['empty', new Uint8Array()],
		['parquet', latin('PAR1\x15\x04')],
		['zip', latin('PK\x03\x04\x14\x00[Content_Types].xml xl/workbook.xml')],
		['document', latin('PK\x03\x04\x14\x00[Content_Types].xml word/document.xml')],
		['ole', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00')],
		['document', latin('%PDF-1.7\n')],
		['document', latin('\x89PNG\r\n\x1a\n')],
		['document', latin('\xff\xd8\xff\xe0')],
		['document', latin('\x1f\x8b\x08\x00')],
		['document', latin('{\\rtf1\\ansi')],
		['document', latin('\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">')],
		['document', latin('\xef\xbb\xbf<?xml version="1.0"?><Workbook>')],
		['text', latin('STT,Don vi\n1,An Binh\n')],
		['text', latin('<40 tuoi,Nu\n1,2\n')],
		['text', latin('\xff\xfeS\x00T\x00')],
		['text', latin('P')]
	])('calls it %s', (format, bytes) => {
		expect(sniffFormat(bytes)).toBe(format);
	});
});
