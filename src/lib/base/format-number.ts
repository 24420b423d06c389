import { type Fraction, scaledRound } from './fraction.ts';
import type { Language } from './language.ts';

const GROUP = { vi: '.', en: ',' };
const POINT = { vi: ',', en: '.' };

/** A whole number grouped by thousands: `16.435` in Vietnamese, `16,435` in English. */
export function formatInteger(value: bigint | number, language: Language): string {
	const digits = String(value);
	return digits.replace(/\B(?=(\d{3})+(?!\d))/g, GROUP[language]);
}

/** The fraction as a decimal text with a point and the given number of decimals, rounded once: `92.42`. */
export function toDecimal(value: Fraction, decimals: number): string {
	const digits = scaledRound(value, decimals)
		.toString()
		.padStart(decimals + 1, '0');
	if (decimals === 0) return digits;
	return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A decimal text with a point as the language writes it: `1234.5` → `1.234,5`. */
export function localizeDecimal(decimal: string, language: Language): string {
	const [whole = '', decimals] = decimal.split('.');
	const grouped = formatInteger(BigInt(whole), language);
	return decimals === undefined ? grouped : grouped + POINT[language] + decimals;
}
