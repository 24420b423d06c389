import type { Target } from '#lib/catalogue/catalogue.ts';
import { targetWords, targetYears, type TargetWording } from './sentence-target.ts';

/** What a target asks and for which years: `trên 90% (2022–2025)`. */
export function targetTerms(target: Target, wording: TargetWording): string {
	const words = targetWords(target, wording);
	const years = targetYears(target, wording.language);
	return years === '' ? words : `${words} (${years})`;
}
