const APART = /\s*[›»>|\\/,;()[\]]\s*|\s+[-–—]\s+|:\s+|\s+(?:trực )?thuộc\s+/iu;
const PLACES = 'phường|xã|quận|huyện|thị trấn|thị xã|thành phố|đặc khu|tỉnh';
const BEFORE_PLACE = new RegExp(
	`\\s*[-–—]\\s*|\\s+(?=(?:${PLACES})\\s|(?:P|X|Q|H|TP|TX|TT|ĐK)\\.\\s*[\\p{L}\\d])`,
	'iu'
);
const MOST_PARTS = 4;

/**
 * The ways to take a text for a unit's name beside those of the units above it: "KP 3 - Phường An Bình",
 * "KP 3 (P. An Bình)", "An Bình › KP 3", "Khu phố 3 phường An Bình". Empty where it has one part only.
 */
export function splitUnitText(text: string): string[][] {
	const apart = partsOf(text, APART);
	const finer = apart.flatMap((part) => partsOf(part, BEFORE_PLACE));
	const ways = finer.length > apart.length ? [apart, finer] : [apart];
	return ways.filter(({ length }) => length > 1 && length <= MOST_PARTS);
}

function partsOf(text: string, separator: RegExp): string[] {
	return text.split(separator).filter((part) => /[\p{L}\p{N}]/u.test(part));
}
