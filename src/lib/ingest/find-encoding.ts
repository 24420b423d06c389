import { findSingleByte, type SingleByteEncoding } from './single-byte-text.ts';

/** The encodings that Vietnamese offices write CSV in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;

const SAMPLE = 65_536;
const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/** An encoding, and the text where it took decoding it to find out. */
export interface FoundEncoding {
	encoding: Encoding;
	text?: string;
}

/**
 * The encoding of text: by its byte order mark, else by where its zero bytes stand (UTF-16), else UTF-8 where every
 * byte fits, else the one of a byte a letter in which its words are Vietnamese. `undefined` for bytes that are no text.
 */
export function findEncoding(bytes: Uint8Array): FoundEncoding | undefined {
	const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
	if (marked) return { encoding: marked[0] };
	const sample = bytes.subarray(0, SAMPLE);
	const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
	if (zeros > 1 + sample.length / 100) {
		const encoding = findWide(sample);
		return encoding && { encoding };
	}
	const text = utf8Text(bytes);
	return text === undefined ? { encoding: findSingleByte(sample) } : { encoding: 'utf-8', text };
}

/** In UTF-16 the letters without marks, digits and separators have a zero byte, always on the same side. */
function findWide(sample: Uint8Array): Encoding | undefined {
	const zeros = [0, 0];
	sample.forEach((byte, i) => {
		if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	const many = sample.length / 8;
	if (odd > many && even < odd / 50) return 'utf-16le';
	if (even > many && odd < even / 50) return 'utf-16be';
	return undefined;
}

function utf8Text(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		if (cause instanceof TypeError) return undefined;
		throw cause;
	}
}
