import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ReportChart, ReportSeries } from '#lib/views/report.ts';
import { statusLook } from '#lib/views/status-look.ts';
import { statusNamed } from './chart-colours.ts';

/** A value as the axis counts it: ratios in per cent. */
export function axisValue(chart: ReportChart, value: number): number {
	return chart.unit === 'ratio' ? value * 100 : value;
}

/** A number on an axis: `80%`, `1.500`. */
export function axisLabel(
	chart: ReportChart,
	{ value, decimals, language }: { value: number; decimals: number; language: Language }
): string {
	const sign = value < 0 ? '−' : '';
	const printed = localizeDecimal(Math.abs(value).toFixed(decimals), language);
	return `${sign}${printed}${chart.unit === 'ratio' ? '%' : ''}`;
}

/** A value as printed beside it: its label where it has one, else with the chart's decimals. */
export function valueLabel(
	chart: ReportChart,
	{ series, place, language }: { series: ReportSeries; place: number; language: Language }
): string {
	const label = series.labels?.[place];
	if (label) return label;
	const value = series.values[place] ?? undefined;
	if (value === undefined) return '';
	const { decimals } = chart;
	const words = axisLabel(chart, { value: axisValue(chart, value), decimals, language });
	return isMain(series)
		? words
		: words.replace(/[.,]0+(?=%?$)/, '').replace(/([.,]\d*[1-9])0+(?=%?$)/, '$1');
}

/** All that a place of the chart shows, a line for each series: `Phường Một`, `Năm 2024: 92,42%`, `Chỉ tiêu: 90%`, `Đạt`. */
export function placeWords(chart: ReportChart, place: number, language: Language): string {
	const lines = chart.series.map((series) => {
		const words = valueWords(chart, { series, place, language });
		return words === '' ? '' : `${series.name}: ${words}`;
	});
	return [chart.categories[place] ?? '', ...lines.filter((line) => line !== '')].join('\n');
}

/** A value with what is to be known of it: `92,42% · Đạt · số tạm thời`; that there is none, for the series drawn. */
export function valueWords(
	chart: ReportChart,
	{ series, place, language }: { series: ReportSeries; place: number; language: Language }
): string {
	const label = valueLabel(chart, { series, place, language });
	if (label !== '') return label + remarkOn(series, place, language);
	return isMain(series) ? say(language, 'picture.no-value') : '';
}

/** True for the series that a chart is drawn for. */
function isMain({ role }: ReportSeries): boolean {
	return role === 'value' || role.startsWith('level-');
}

function remarkOn(series: ReportSeries, place: number, language: Language): string {
	const status = statusNamed(series.statuses?.[place]);
	const isProvisional = series.provisional?.includes(place) ?? false;
	const remarks = [
		status && statusLook(status, language).word,
		isProvisional && say(language, 'picture.provisional').toLocaleLowerCase(language)
	].filter(Boolean);
	return remarks.length > 0 ? ` · ${remarks.join(' · ')}` : '';
}
