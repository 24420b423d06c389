const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const BYTES = new Map(
	Array.from({ length: 256 }, (_, byte) => [
		new TextDecoder('windows-1258').decode(new Uint8Array([byte])),
		byte
	])
);

/** The text as the bytes that windows-1258 has for it: letters with their tone as a mark of its own. */
export function encodeWindows1258(text: string): Uint8Array {
	return Uint8Array.from(
		[...text].flatMap((letter) => {
			const whole = BYTES.get(letter);
			if (whole !== undefined) return [whole];
			const apart = letter.normalize('NFD');
			const base = apart.replace(TONES, '').normalize('NFC');
			return [base, ...(apart.match(TONES) ?? [])].map((part) => {
				const byte = BYTES.get(part);
				if (byte === undefined) throw new RangeError(`not in windows-1258: ${letter}`);
				return byte;
			});
		})
	);
}
