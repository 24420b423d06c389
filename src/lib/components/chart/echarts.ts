import { LineChart } from 'echarts/charts';
import {
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TooltipComponent
} from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
	LineChart,
	GridComponent,
	LabelLayout,
	MarkAreaComponent,
	MarkLineComponent,
	SVGRenderer,
	TooltipComponent
]);

/** A drawing that fills the element. */
export type Drawing = Pick<EChartsType, 'setOption' | 'resize' | 'dispose'>;

/** An empty drawing in the element, as SVG. */
export function createDrawing(element: HTMLElement): Drawing {
	return init(element, null, { renderer: 'svg' });
}
