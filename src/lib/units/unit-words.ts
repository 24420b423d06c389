import { cleanText } from '#lib/base/fold.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const KEPT = 50_000;

/** What was made of single words before; names of units are made of few. */
const folds = new Map<string, string>();
const spelled = new Map<string, string[]>();

/**
 * Lower-case words with the tone at each word's end, y as i, letters and digits apart, numbers without zeros in front;
 * abbreviations written out. A word with marks is none, so that "Cà" is not "CA".
 */
export function wordsOf(text: string, abbreviations?: ReadonlyMap<string, string[]>): string[] {
	const words = cleanText(text)
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.flatMap((word) => (word === '' ? [] : remember(spelled, word, spell)));
	if (!abbreviations) return words;
	return words.flatMap((word) =>
		/\p{M}/u.test(word) ? [word] : (abbreviations.get(foldWord(word)) ?? [word])
	);
}

/** A word of `wordsOf` without any marks. */
export function foldWord(word: string): string {
	return remember(folds, word, (each) => each.replace(/\p{M}/gu, '').replaceAll('đ', 'd'));
}

function spell(word: string): string[] {
	return word
		.normalize('NFD')
		.replace(/(\p{L}\p{M}*)(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ')
		.split(' ')
		.map((part) => part.replaceAll('y', 'i').replace(/^0+(?=\d)/, ''))
		.map((part) => part.replace(TONES, '') + (part.match(TONES) ?? []).join(''));
}

function remember<Made>(
	known: Map<string, Made>,
	word: string,
	make: (word: string) => Made
): Made {
	const before = known.get(word);
	if (before !== undefined) return before;
	if (known.size >= KEPT) known.clear();
	const made = make(word);
	known.set(word, made);
	return made;
}
