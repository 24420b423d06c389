import type { Language } from '#lib/base/language.ts';

/** Where a published site keeps what its first page shows in the language. */
export function firstScreenPath(language: Language): string {
	return `data/first-${language}.html`;
}

/** The query with which the first page is opened in the language, where nothing else is asked for. */
export function searchOf(language: Language): string {
	return language === 'en' ? '?lang=en' : '';
}
