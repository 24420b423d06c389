import { localizeDecimal } from '#lib/base/format-number.ts';
import { chartBase, type ChartLook, type ChartOption } from './chart-option.ts';
import { paperColours, statusColours } from './palette.ts';
import type { Trend } from './trend.ts';
import { bandAreas, breakLines, LAYER_DASHES, levelLines } from './trend-mark-option.ts';
import { marginOf, type MarkedTrend, spaceOf, valueShift, valueSide } from './trend-plot.ts';
import { trendScale } from './trend-scale.ts';

/** What `IV` over `2024` needs across, in pixels. */
const LABEL_WIDTH = 30;

/** The trend as a line with its points, a dashed line for each target, a light area for each band, a labelled line at each break. */
export function trendOption(trend: Trend, look: ChartLook): ChartOption {
	const marked = { trend, look, scale: trendScale(numbersOf(trend), trend.isRatio) };
	return {
		...chartBase(look),
		grid: { ...marginOf(marked), outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		tooltip: { trigger: 'axis', showContent: false },
		xAxis: periodAxis(marked),
		yAxis: valueAxis(marked),
		series: [
			{
				type: 'line',
				z: 3,
				connectNulls: false,
				symbol: 'circle',
				symbolSize: 9,
				lineStyle: { width: 2.5, color: paperColours(look.tone).accent },
				data: pointItems(marked),
				labelLayout: { hideOverlap: true },
				markLine: {
					silent: true,
					animation: false,
					symbol: 'none',
					data: [...levelLines(marked), ...breakLines(marked)]
				},
				markArea: {
					silent: true,
					animation: false,
					itemStyle: { color: statusColours('met', look.tone).tint, opacity: 0.7 },
					data: bandAreas(trend)
				}
			},
			...peersSeries(marked)
		]
	};
}

function numbersOf({ points, levels, peers = [] }: Trend): number[] {
	return [
		...peers,
		...points.map(({ height }) => height),
		...levels.flatMap(({ value, max }) => [value, max])
	].filter((number) => number !== undefined);
}

/** What the peers reach, as a thin dashed line with triangles, broken where the trend is. */
function peersSeries({ trend, look }: MarkedTrend): ChartOption[] {
	const { inkSoft, card } = paperColours(look.tone);
	if (!trend.peers) return [];
	const points = trend.peers.map((height, place) => ({ value: [place, height ?? null] }));
	const gaps = trend.gaps.map((place) => ({ value: [place, null] }));
	return [
		{
			type: 'line',
			z: 2,
			connectNulls: false,
			symbol: 'triangle',
			symbolSize: 8,
			lineStyle: { width: 1.5, type: LAYER_DASHES.peers, color: inkSoft },
			itemStyle: { color: card, borderColor: inkSoft, borderWidth: 1.5 },
			data: [...points, ...gaps].sort((a, b) => Number(a.value[0]) - Number(b.value[0]))
		}
	];
}

function periodAxis(marked: MarkedTrend): ChartOption {
	const { points } = marked.trend;
	const { inkSoft, line } = paperColours(marked.look.tone);
	const isTight = spaceOf(marked) < LABEL_WIDTH;
	const places = points.map((_, index) => index);
	return {
		type: 'value',
		min: -0.5,
		max: points.length - 0.5,
		interval: 1,
		splitLine: { show: false },
		axisLine: { show: true, onZero: false, lineStyle: { color: line } },
		axisTick: { show: true, customValues: places, lineStyle: { color: line } },
		axisPointer: { snap: true, lineStyle: { color: inkSoft, type: 'solid', opacity: 0.5 } },
		axisLabel: {
			customValues: places,
			color: inkSoft,
			fontSize: 12,
			lineHeight: 16,
			hideOverlap: true,
			formatter: (place: number) => {
				const point = points[place];
				if (isTight && point?.period.includes('Q')) return point.year ?? '';
				return [point?.mark, point?.year].filter(Boolean).join('\n');
			}
		}
	};
}

function valueAxis({ trend, look, scale }: MarkedTrend): ChartOption {
	const { inkSoft, line } = paperColours(look.tone);
	const { min, max, interval, decimals } = scale;
	return {
		type: 'value',
		min,
		max,
		interval,
		axisLine: { show: false },
		axisTick: { show: false },
		splitLine: { lineStyle: { color: line, opacity: 0.7 } },
		axisLabel: {
			color: inkSoft,
			fontSize: 12,
			formatter: (number: number) =>
				localizeDecimal(number.toFixed(decimals), look.language) + (trend.isRatio ? '%' : '')
		}
	};
}

/** The points with their printed values, and an empty item wherever the line must end. */
function pointItems(marked: MarkedTrend): ChartOption[] {
	const { trend, look } = marked;
	const { accent, card, ink } = paperColours(look.tone);
	const points = trend.points.map((point, place) => ({
		value: [place, point.height ?? null],
		itemStyle: {
			color: point.isFinal ? accent : card,
			borderColor: accent,
			borderWidth: 2
		},
		label: {
			show: valueSide(point, marked) !== undefined,
			position: valueSide(point, marked),
			distance: 8,
			offset: [valueShift(place, marked), 0],
			color: ink,
			fontSize: 12,
			fontWeight: 600,
			formatter: () => point.reading?.value?.text ?? ''
		}
	}));
	const gaps = trend.gaps.map((place) => ({ value: [place, null] }));
	return [...points, ...gaps].sort((a, b) => Number(a.value[0]) - Number(b.value[0]));
}
