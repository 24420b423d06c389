import { AppError } from '#lib/base/app-error.ts';
import { type Encoding, findEncoding } from './find-encoding.ts';
import { decodeSingleByte, type SingleByteEncoding } from './single-byte-text.ts';

const SAMPLE = 65_536;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;
/** What comes out for bytes that the encoding does not have. */
const UNDEFINED = /[\u0080-\u009f]/;
const REPLACED = '\ufffd';

/**
 * The text of a file in UTF-8, UTF-16, windows-1258 or VISCII, without byte order mark, in NFC; text for old Vietnamese
 * fonts (TCVN3, VNI) comes in the letters of windows-1252, as programs show it in other fonts. Throws AppError
 * `file.not-a-table` for bytes that are no text, `file.encoding` (with the row) for text with broken characters.
 */
export function decodeText(bytes: Uint8Array): string {
	const found = findEncoding(bytes);
	if (found === undefined) throw new AppError('file.not-a-table');
	const { encoding } = found;
	const isWide = encoding.startsWith('utf-');
	if (!isWide) refuseBrokenUtf8(bytes);

	const text = found.text ?? decode(bytes, encoding);
	refuseControls(text.slice(0, SAMPLE));
	if (!isWide) refuseAt(text.search(UNDEFINED), text);
	if (encoding !== 'utf-8') refuseAt(text.indexOf(REPLACED), text);
	return text.normalize('NFC');
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
	return encoding.startsWith('utf-')
		? new TextDecoder(encoding).decode(bytes)
		: decodeSingleByte(bytes, encoding as SingleByteEncoding);
}

/** UTF-8 with a few broken bytes is not windows-1258: read as that, every Vietnamese letter would come out wrong. */
function refuseBrokenUtf8(bytes: Uint8Array): void {
	const text = new TextDecoder('utf-8').decode(bytes);
	const sample = text.slice(0, SAMPLE);
	const broken = sample.split(REPLACED).length - 1;
	const whole = (sample.match(/[^\u0000-\u007f]/g) ?? []).length - broken;
	if (whole > broken * 2) refuseAt(text.indexOf(REPLACED), text);
}

/** Text holds next to no control characters; programs, pictures and archives are full of them. */
function refuseControls(sample: string): void {
	const controls = (sample.match(CONTROLS) ?? []).length;
	if (controls > 1 + sample.length / 100) throw new AppError('file.not-a-table');
}

function refuseAt(place: number, text: string): void {
	if (place < 0) return;
	const row = text.slice(0, place).split(/\r\n?|\n/).length;
	throw new AppError('file.encoding', { row });
}
