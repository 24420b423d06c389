import { cleanText, foldMarks } from '#lib/base/fold.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { editDistance } from '#lib/units/edit-distance.ts';

/** The codes that B8 may speak of: targets, milestones, duties and tasks. */
export interface ProgressCodes {
	/** The code as the catalogue spells it, whatever case, marks and blanks the text has; `undefined` for none. */
	find(text: string): string | undefined;
	/** The codes that are spelled most like the text, the nearest first; at most three. */
	nearest(text: string): string[];
	/** True for a target whose threshold another document sets: its plan is the threshold. */
	isExternal(code: string): boolean;
}

const MOST_NAMED = 3;

const known = new WeakMap<Catalogue, ProgressCodes>();

/** The codes of a catalogue, ready to be looked up; made once for each. */
export function progressCodes(catalogue: Catalogue): ProgressCodes {
	const codes = known.get(catalogue) ?? createCodes(catalogue);
	known.set(catalogue, codes);
	return codes;
}

function createCodes({ targets, undertakings }: Catalogue): ProgressCodes {
	const codes = [...targets, ...undertakings].map(({ id }) => id);
	const external = new Set(targets.filter(({ kind }) => kind === 'external').map(({ id }) => id));
	const indexes = [spelledKey, codeKey, looseKey].map((keyOf) => ({
		keyOf,
		index: indexed(codes, keyOf)
	}));
	return {
		find: (text) =>
			indexes.map(({ keyOf, index }) => index.get(keyOf(text))).find((code) => code !== undefined),
		nearest: (text) => nearestTo(codeKey(text), codes),
		isExternal: (code) => external.has(code)
	};
}

/** The codes under their keys; a key that several codes share finds none of them. */
function indexed(
	codes: readonly string[],
	keyOf: (code: string) => string
): Map<string, string | undefined> {
	const index = new Map<string, string | undefined>();
	for (const code of codes) {
		const key = keyOf(code);
		index.set(key, index.has(key) && index.get(key) !== code ? undefined : code);
	}
	return index;
}

/** The code with its marks: points d and đ of one section are two. */
function spelledKey(code: string): string {
	return cleanText(code).toLowerCase().replace(/\s+/g, '');
}

/** The code without case, marks and blanks, its dashes one sign. */
function codeKey(code: string): string {
	return foldMarks(code)
		.replace(/[‒–—−_]/g, '-')
		.replace(/\s+/g, '');
}

/** Its letters and figures alone, the parts of sections and the `#` before them kept apart. */
function looseKey(code: string): string {
	return codeKey(code)
		.replace(/[^\p{L}\p{N}.#]/gu, '')
		.replace(/\.+(?=#|$)/g, '');
}

function nearestTo(key: string, codes: readonly string[]): string[] {
	const limit = Math.max(2, Math.floor(key.length / 3));
	return codes
		.map((code) => ({ code, distance: distanceOf(key, codeKey(code), limit) }))
		.filter(({ distance }) => distance <= limit)
		.toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
		.slice(0, MOST_NAMED)
		.map(({ code }) => code);
}

/** A code that goes on where the text ends, or lacks its beginning, is near. */
function distanceOf(key: string, code: string, limit: number): number {
	const isPart = key.length >= 4 && code.includes(key);
	return isPart ? 1 : editDistance(key, code, limit);
}
