import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

/** The sections of the guide in their order; each is reached by `/guide#<section>`. */
export const GUIDE_SECTIONS = [
	'first-steps',
	'overview',
	'scorecard',
	'indicator',
	'unit',
	'compare',
	'present',
	'trail',
	'sheets',
	'status',
	'figures',
	'coverage',
	'range',
	'targets',
	'pace',
	'units',
	'ledger',
	'reporting',
	'reports',
	'workbench',
	'data',
	'keyboard',
	'glossary'
] as const;

/** The name of a section of the guide. */
export type GuideSection = (typeof GUIDE_SECTIONS)[number];

/** The title of a section of the guide. */
export function guideTitle(section: GuideSection, language: Language): string {
	return say(language, `guide-page.${section}`);
}
