import { editDistance } from '#lib/units/edit-distance.ts';
import { expandWords, looseKey } from './header-key.ts';

/** How much two header keys look alike, from 0 to 1: by the words that they share, or by their letters. */
export function headerLikeness(a: string, b: string): number {
	const [first, second] = [a, b].map((key) => looseKey(expandWords(key)));
	if (!first || !second) return 0;
	return Math.max(sharedWords(first, second), sharedLetters(first, second));
}

function sharedWords(a: string, b: string): number {
	const [first, second] = [a, b].map((key) => new Set(key.split(' ')));
	if (!first || !second) return 0;
	const shared = [...first].filter((word) => second.has(word)).length;
	return (2 * shared) / (first.size + second.size);
}

function sharedLetters(a: string, b: string): number {
	const longer = Math.max(a.length, b.length);
	return 1 - Math.min(editDistance(a, b, longer), longer) / longer;
}
