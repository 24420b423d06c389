import { GaugeChart } from 'echarts/charts';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([GaugeChart, CanvasRenderer]);
const main = document.querySelector('main')!;
init(main).setOption({ animation: false, series: [{ type: 'gauge', data: [{ value: 92.42 }] }] });
main.setAttribute('role', 'meter');
