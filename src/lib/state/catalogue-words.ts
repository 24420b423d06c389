import type { Words } from '#lib/base/language.ts';
import { foldMarks } from '#lib/base/fold.ts';

/** Both languages of what was typed: the Vietnamese stands for the English where that was left empty; absent without either. */
export function wordsOf(vi: string, en: string): Words | undefined {
	const [vietnamese, english] = [vi.trim(), en.trim()];
	if (vietnamese === '') return undefined;
	return { vi: vietnamese, en: english || vietnamese };
}

/** The part without the fields that are `undefined`: what a stored part may not hold. */
export function withoutBlanks<Part extends object>(part: {
	[Field in keyof Part]: Part[Field] | undefined;
}): Part {
	return Object.fromEntries(
		Object.entries(part).filter(([, value]) => value !== undefined)
	) as unknown as Part;
}

/** An id that is not taken yet, from the text: `own-nq-05-2026`, then `own-nq-05-2026-2`. */
export function freshId(text: string, taken: ReadonlySet<string>): string {
	const slug = foldMarks(text)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 40)
		.replace(/-+$/, '');
	const base = slug === '' ? 'own' : `own-${slug}`;
	if (!taken.has(base)) return base;
	let number = 2;
	while (taken.has(`${base}-${number}`)) number += 1;
	return `${base}-${number}`;
}
