/** What a file is, by its content: its name is not asked, since a renamed file is still what it is. */
export type FileFormat = 'empty' | 'parquet' | 'zip' | 'ole' | 'document' | 'text';

const SIGNATURES: [FileFormat, string][] = [
	['parquet', 'PAR1'],
	['zip', 'PK\x03\x04'],
	['zip', 'PK\x05\x06'],
	['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
	['document', '%PDF-'],
	['document', '{\\rtf'],
	['document', '\x89PNG'],
	['document', '\xff\xd8\xff'],
	['document', 'GIF8'],
	['document', '\x1f\x8b\x08'],
	['document', 'Rar!'],
	['document', '7z\xbc\xaf\x27\x1c'],
	['document', 'SQLite format 3'],
	['document', 'PARE']
];
const MARKUP = /^\ufeff?\s*<(?:!doctype|html|head|body|table|meta|style|\?xml|\?mso|svg)/i;
const OFFICE_TEXT = /(?:word\/document|ppt\/presentation)\.xml/;

/**
 * The format that the first bytes tell: `zip` and `ole` hold spreadsheets (xlsx and xls), `document` is anything known
 * that holds no table, and `text` is all the rest, which the decoder may still find not to be text.
 */
export function sniffFormat(bytes: Uint8Array): FileFormat {
	if (bytes.length === 0) return 'empty';
	const start = latin(bytes.subarray(0, 1024));
	const [format] = SIGNATURES.find(([, signature]) => start.startsWith(signature)) ?? ['text'];
	if (format === 'zip' && OFFICE_TEXT.test(latin(bytes.subarray(-65_536)))) return 'document';
	if (format === 'text' && MARKUP.test(start.replace('\xef\xbb\xbf', ''))) return 'document';
	return format;
}

function latin(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
