import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ReportChart, ReportSeries } from '#lib/views/report.ts';
import { STATUS_ORDER, statusLook } from '#lib/views/status-look.ts';
import { chartScale } from './chart-scale.ts';

/**
 * What a column of numbers is drawn as: what the screen shows, and what is drawn to show it. The foot of a band is not
 * seen, and carries it; a key has no values, and tells the legend what a pattern means.
 */
export type Drawn =
	'bar' | 'mark' | 'key' | 'level' | 'band-foot' | 'band' | 'line' | 'limit' | 'break';

/** A column of the sheet that a chart is drawn from. */
export interface ChartColumn {
	/** Its place among them, from 0. */
	place: number;
	name: string;
	drawn: Drawn;
	/** The how manieth of those that are drawn alike, from 0. */
	ordinal: number;
	/** One for each category; `null` is a gap. */
	values: readonly (number | null)[];
	series?: ReportSeries;
	/** Where the values are the difference of two other columns: their places from 0. */
	difference?: { from: number; less: number };
	/** Of a key: the status that it explains, or that it is the hollow of provisional values. */
	explains?: string;
}

type Column = Omit<ChartColumn, 'place' | 'ordinal'>;

/** The status that no value has: of provisional ones. */
export const PROVISIONAL = 'provisional';

const ORDER: readonly Drawn[] = [
	...(['band-foot', 'band', 'level', 'bar', 'key', 'mark'] as const),
	...(['line', 'limit', 'break'] as const)
];

/** The columns that a chart is drawn from, after that of its categories: those of its series first, in their order. */
export function chartColumns(chart: ReportChart, language: Language): ChartColumn[] {
	const shown = chart.series.map((series) => ({
		name: series.name,
		drawn: drawnAs(chart, series),
		values: chart.categories.map((_, place) => series.values[place] ?? null),
		series
	}));
	const columns: Column[] = [
		...shown,
		...band(shown),
		...breaks(chart),
		...keys(chart, shown, language)
	];
	return columns.map((column, place) => ({
		...column,
		place,
		ordinal: columns.slice(0, place).filter((each) => each.drawn === column.drawn).length
	}));
}

/**
 * The columns from the back to the front, as every program draws and lists them; the lower end of a filled band twice,
 * as a line and as what the band stands on.
 */
export function inDrawingOrder(columns: readonly ChartColumn[]): ChartColumn[] {
	const low = columns.find(({ place }) =>
		columns.some(({ difference }) => difference?.less === place)
	);
	const foot: ChartColumn[] = low ? [{ ...low, drawn: 'band-foot' }] : [];
	return [...foot, ...columns].toSorted((a, b) => ORDER.indexOf(a.drawn) - ORDER.indexOf(b.drawn));
}

function drawnAs({ kind }: ReportChart, { role }: ReportSeries): Drawn {
	if (role.startsWith('level-')) return 'level';
	if (role === 'value') return kind === 'line' ? 'line' : 'bar';
	return kind === 'line' ? 'limit' : 'mark';
}

/** The width of the first band of a line chart: one is filled, for more would stand on each other. */
function band(shown: readonly Column[]): Column[] {
	const end = (role: string): number =>
		shown.findIndex(({ drawn, series }) => drawn === 'limit' && series?.role === role);
	const [less, from] = [end('band-low'), end('band-high')];
	const [low, high] = [shown[less], shown[from]];
	if (!low || !high) return [];
	const values = low.values.map((bottom, place) => {
		const top = high.values[place] ?? null;
		return bottom === null || top === null ? null : top - bottom;
	});
	const name = high.name === low.name ? high.name : `${low.name} – ${high.name}`;
	return [{ name, drawn: 'band', values, difference: { from, less } }];
}

/** A mark as high as the chart where the series breaks, which nothing else would show. */
function breaks(chart: ReportChart): Column[] {
	const { max } = chartScale(chart);
	return (chart.breaks ?? []).map(({ at, label }) => ({
		name: label,
		drawn: 'break',
		values: chart.categories.map((_, place) => (place === at ? max : null))
	}));
}

/** What the patterns of the bars mean, each that occurs; plain ones need no key. */
function keys(chart: ReportChart, shown: readonly Column[], language: Language): Column[] {
	const bars = shown.filter(({ drawn }) => drawn === 'bar');
	const isShown = (explains: string): boolean =>
		bars.some(({ values, series }) =>
			values.some((value, at) => {
				const isProvisional = series?.provisional?.includes(at) ?? false;
				if (value === null) return false;
				return isProvisional ? explains === PROVISIONAL : series?.statuses?.[at] === explains;
			})
		);
	const explained = [
		...STATUS_ORDER.filter((status) => status !== 'met').map((status) => ({
			explains: status,
			name: statusLook(status, language).word
		})),
		{ explains: PROVISIONAL, name: say(language, 'picture.provisional') }
	].filter(({ explains }) => isShown(explains));
	const values = chart.categories.map(() => null);
	return explained.map((each) => ({ ...each, drawn: 'key', values }));
}
