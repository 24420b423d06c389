import { LineChart } from 'echarts/charts';
import {
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TooltipComponent
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from '#lib/views/chart-option.ts';

use([
	LineChart,
	GridComponent,
	LabelLayout,
	MarkAreaComponent,
	MarkLineComponent,
	SVGRenderer,
	TooltipComponent
]);

/** What the pointer or the keyboard is at, in pixels from the upper left corner of the drawing. */
export interface Pointed {
	/** The place on the axis of periods. */
	place: number;
	left: number;
	/** Where the point of that place is drawn; absent where there is none. */
	top?: number;
	/** Between which heights the plot lies. */
	plot: { top: number; bottom: number };
}

/** A drawing in an element. */
export interface Drawing {
	show(option: ChartOption, size: { width: number; height: number }): void;
	/** Where a place is drawn, and the point of that height at it. */
	spotOf(place: number, height?: number): Pointed;
	dispose(): void;
}

/** An empty drawing in the element, as SVG; tells what the pointer is at, and `undefined` when it has left. */
export function createDrawing(
	element: HTMLElement,
	onPoint: (pointed: Pointed | undefined) => void
): Drawing {
	const chart = init(element, null, { renderer: 'svg' });
	let ends = { min: 0, max: 0 };
	const downTo = (height: number): number =>
		Number(chart.convertToPixel({ yAxisIndex: 0 }, height));
	const spotOf = (place: number, height?: number): Pointed => ({
		place,
		left: Number(chart.convertToPixel({ xAxisIndex: 0 }, place)),
		...(height !== undefined && { top: downTo(height) }),
		plot: { top: downTo(ends.max), bottom: downTo(ends.min) }
	});
	chart.on('updateAxisPointer', (event) => {
		const { axesInfo = [] } = event as { axesInfo?: { axisDim: string; value: number }[] };
		const place = axesInfo.find(({ axisDim }) => axisDim === 'x')?.value;
		if (place === undefined) onPoint(undefined);
		else onPoint(spotOf(place));
	});
	return {
		show(option, size) {
			chart.resize(size);
			chart.setOption(option, { notMerge: true });
			ends = option['yAxis'] as typeof ends;
		},
		spotOf,
		dispose: () => chart.dispose()
	};
}
