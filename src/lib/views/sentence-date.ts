import type { Language } from '#lib/base/language.ts';

const LOCALE = { vi: 'vi-VN', en: 'en-GB' };
const formats = new Map<Language, Intl.DateTimeFormat>();

/** The day of an instant (ISO 8601) in Viet Nam: `21/11/2026`, in English `21 Nov 2026`. */
export function dayWords(instant: string, language: Language): string {
	return formatIn(language).format(new Date(instant));
}

/** Made once: making one takes far longer than using it. */
function formatIn(language: Language): Intl.DateTimeFormat {
	const kept = formats.get(language);
	if (kept) return kept;
	const format = new Intl.DateTimeFormat(LOCALE[language], {
		timeZone: 'Asia/Ho_Chi_Minh',
		day: language === 'vi' ? '2-digit' : 'numeric',
		month: language === 'vi' ? '2-digit' : 'short',
		year: 'numeric'
	});
	formats.set(language, format);
	return format;
}
