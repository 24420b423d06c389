import type { Language } from '#lib/base/language.ts';

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;
const LOCALE = { vi: 'vi-VN', en: 'en-GB' };

/** A number of bytes as people read it: `12 kB`, `3,4 MB`. */
export function printSize(bytes: number, language: Language): string {
	let size = bytes / 1000;
	let place = 0;
	while (size >= 999.5 && place < UNITS.length - 1) {
		size /= 1000;
		place += 1;
	}
	const most = size < 10 && place > 0 ? 1 : 0;
	const number = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: most });
	return `${number.format(size)} ${UNITS[place]}`;
}
