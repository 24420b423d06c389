const MOST_LETTERS = 31;
/** What Excel refuses in the name of a sheet, and what no one sees. */
const REFUSED = /[\\/?*[\]:\p{Cc}\p{Cf}]+/gu;
/** Kept by Excel for itself. */
const RESERVED = 'history';

/**
 * The names of a workbook's sheets, in their order: those given without what Excel refuses, at most 31 letters cut
 * between words, none twice whatever its case.
 */
export function sheetNames(names: readonly string[]): string[] {
	const taken = new Set([RESERVED]);
	return names.map((name) => {
		const plain = plainName(name);
		let free = cutTo(plain, MOST_LETTERS);
		for (let turn = 2; taken.has(free.toLowerCase()); turn += 1) {
			const ending = ` (${turn})`;
			free = cutTo(plain, MOST_LETTERS - ending.length) + ending;
		}
		taken.add(free.toLowerCase());
		return free;
	});
}

function plainName(name: string): string {
	const plain = name.normalize('NFC').replace(REFUSED, ' ').replace(/\s+/gu, ' ');
	// An apostrophe may stand within a name, not at its ends.
	return plain.replace(/^[\s']+|[\s']+$/gu, '') || '–';
}

function cutTo(text: string, most: number): string {
	if (text.length <= most) return text;
	const kept = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '');
	const lastGap = kept.lastIndexOf(' ');
	const whole = lastGap > most / 2 ? kept.slice(0, lastGap) : kept;
	return `${whole.replace(/[\s',;.–-]+$/u, '')}…`;
}
