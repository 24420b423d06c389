import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import type { ReportNumber } from '#lib/views/report.ts';
import type { ChartLook } from './chart-look.ts';

/** What a number is: a ratio is a part of 1 and printed in per cent, points are differences of per cents. */
type NumberKind = ReportNumber['unit'];

/** Programs that can write numbers as another place does are told which. */
const PLACES = { vi: '[$-42A]', en: '[$-809]' };

/** Excel's format of a number with so many decimals, which every program writes as its own place does: `0.00%`, `#,##0`. */
export function numberFormat(kind: NumberKind, decimals: number): string {
	const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
	if (kind === 'ratio') return `0${places}%`;
	const plain = `#,##0${places}`;
	return kind === 'count' ? plain : signed(plain);
}

/** The format of a table's number: its sign said where the text says it, and the words after it kept: `0.00%" [p]"`. */
export function formatOfCell(text: string, { unit, decimals }: ReportNumber): string {
	const [, sign = '', rest = ''] = /^([+−-]?)[\d.,]+%?(.*)$/s.exec(text) ?? [];
	const plain = numberFormat(unit === 'ratio' ? 'ratio' : 'count', decimals) + quoted(rest);
	return unit === 'points' || sign !== '' ? signed(plain) : plain;
}

function signed(plain: string): string {
	return `+${plain};-${plain};${plain}`;
}

function quoted(words: string): string {
	return words === '' ? '' : `"${words.replaceAll('"', '”')}"`;
}

/** The same in a chart, where the language is said: beside words that are fixed, its numbers are to read alike. */
export function chartFormat(
	kind: 'ratio' | 'count',
	{ decimals, look }: { decimals: number; look: Pick<ChartLook, 'language' | 'isLocal'> }
): string {
	return (look.isLocal ? '' : PLACES[look.language]) + numberFormat(kind, decimals);
}

/**
 * The format in which a program prints the value exactly as the label reads, letters after it included
 * (`0.00%" [p]"`); `undefined` where no format does.
 */
export function formatOfLabel(
	label: string,
	{ value, kind, look }: { value: number; kind: 'ratio' | 'count'; look: ChartLook }
): string | undefined {
	const [, number = '', sign = '', rest = ''] = /^(-?[\d.,]+)(%?)(.*)$/.exec(label) ?? [];
	if (number === '' || (sign === '%') !== (kind === 'ratio')) return undefined;
	const { language } = look;
	const point = language === 'vi' ? ',' : '.';
	const decimals = number.split(point)[1]?.length ?? 0;
	if (printed(value, { kind, decimals, language }) !== number + sign) return undefined;
	return chartFormat(kind, { decimals, look }) + quoted(rest);
}

function printed(
	value: number,
	{ kind, decimals, language }: { kind: NumberKind; decimals: number; language: Language }
): string {
	const shown = kind === 'ratio' ? value * 100 : value;
	const text = localizeDecimal(Math.abs(shown).toFixed(decimals), language);
	return `${shown < 0 ? '-' : ''}${text}${kind === 'ratio' ? '%' : ''}`;
}
