import type { LegacyEncoding } from './grid.ts';
import { fromLegacy, isWritableIn } from './legacy-letters.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/**
 * What the letters of a text speak for: `legacy` where they make Vietnamese words in an old encoding and none in
 * Unicode, `unicode` where they do in Unicode and not in it, `either` where they do in both or are too few to tell,
 * `foreign` where they do in neither, and `plain` where there is nothing to tell.
 */
export type Testimony = 'legacy' | 'unicode' | 'either' | 'foreign' | 'plain';

/** Words of any writing, the signs among them by which old fonts write letters. */
const WORDS = /[^\s\u0000-@[-`{-\u00a0\u2000-\u206f]+/gu;
const SIGN = /[^\u0000-\u00a0]/;
const SMALL = /[a-z]/;

/** The words of a text that hold more than the letters of English. */
export function markedWords(text: string): string[] {
	return SIGN.test(text) ? (text.match(WORDS) ?? []).filter((word) => SIGN.test(word)) : [];
}

/** What one such word speaks for. */
export function testimonyOf(word: string, encoding: LegacyEncoding): Testimony {
	const isUnicode = isVietnameseSyllable(word);
	if (!isWritableIn(word, encoding)) return isUnicode ? 'unicode' : 'foreign';
	if (isVietnameseSyllable(fromLegacy(word, encoding))) {
		if (isUnicode) return 'either';
		return word.length > 1 && /\p{L}/u.test(word) ? 'legacy' : 'either';
	}
	if (isUnicode) return 'unicode';
	// An abbreviation (§V) is no syllable in any encoding.
	return SMALL.test(word) ? 'foreign' : 'either';
}
