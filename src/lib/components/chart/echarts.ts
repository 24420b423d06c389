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

/** What the pointer is at: the place on the axis of periods, and how far from the left it is drawn, in pixels. */
export interface Pointed {
	place: number;
	left: number;
}

/** A drawing in an element. */
export interface Drawing {
	show(option: ChartOption, size: { width: number; height: number }): void;
	dispose(): void;
}

/** An empty drawing in the element, as SVG; tells what the pointer is at, and `undefined` when it has left. */
export function createDrawing(
	element: HTMLElement,
	onPoint: (pointed: Pointed | undefined) => void
): Drawing {
	const chart = init(element, null, { renderer: 'svg' });
	chart.on('updateAxisPointer', (event) => {
		const { axesInfo = [] } = event as { axesInfo?: { axisDim: string; value: number }[] };
		const place = axesInfo.find(({ axisDim }) => axisDim === 'x')?.value;
		if (place === undefined) onPoint(undefined);
		else onPoint({ place, left: Number(chart.convertToPixel({ xAxisIndex: 0 }, place)) });
	});
	return {
		show(option, size) {
			chart.resize(size);
			chart.setOption(option, { notMerge: true });
		},
		dispose: () => chart.dispose()
	};
}
