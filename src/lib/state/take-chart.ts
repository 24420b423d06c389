import { say } from '#lib/base/messages.ts';
import type { ChartExtent, ChartTableFormat } from '#lib/export/write-chart-table.ts';
import type { OnePicture } from '#lib/export/draw-one-chart.ts';
import type { OneChart } from '#lib/views/one-chart.ts';
import { handOver } from './hand-over.ts';

/** How a picture is taken. */
export interface PictureChoice {
	/** How many times its usual size. */
	scale: number;
	isTransparent: boolean;
}

const WHITE = '#ffffff';
/** No browser draws more pixels along an edge. */
const LONGEST = 16_384;
const KINDS: Record<ChartTableFormat, string> = {
	csv: 'text/csv;charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	parquet: 'application/vnd.apache.parquet'
};

/** The chart as a picture whose text is text. */
export async function drawTaken(
	chart: OneChart,
	{ isTransparent }: Pick<PictureChoice, 'isTransparent'>
): Promise<OnePicture> {
	const { drawOneChart } = await import('#lib/export/draw-one-chart.ts');
	return drawOneChart(chart, isTransparent ? {} : { ground: WHITE });
}

/** Hands the reader the picture as SVG. */
export async function downloadSvg(chart: OneChart, choice: PictureChoice): Promise<void> {
	const { svg } = await drawTaken(chart, choice);
	handOver(`${chart.name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
}

/** Hands the reader the picture as PNG, at most as large as browsers draw. */
export async function downloadPng(chart: OneChart, choice: PictureChoice): Promise<void> {
	handOver(`${chart.name}.png`, await pngOf(chart, choice));
}

/** Puts the picture on the clipboard as PNG; false where the browser does not allow it. */
export async function copyPicture(chart: OneChart, choice: PictureChoice): Promise<boolean> {
	try {
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(chart, choice) })]);
		return true;
	} catch {
		return false;
	}
}

/** Hands the reader the data of the chart. */
export async function downloadTable(
	chart: OneChart,
	{ extent, format }: { extent: ChartExtent; format: ChartTableFormat }
): Promise<void> {
	const { writeChartTable } = await import('#lib/export/write-chart-table.ts');
	const bytes = await writeChartTable(chart, { extent, format, at: new Date() });
	const content = new Blob([new Uint8Array(bytes)], { type: KINDS[format] });
	const { language, name: shown } = chart;
	const name = extent === 'full' ? say(language, 'one-chart.file-full', { name: shown }) : shown;
	handOver(`${name}.${format}`, content);
}

async function pngOf(chart: OneChart, choice: PictureChoice): Promise<Blob> {
	const { svg, width, height } = await drawTaken(chart, choice);
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const scale = Math.min(choice.scale, LONGEST / Math.max(width, height));
		const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await canvas.convertToBlob({ type: 'image/png' });
	} finally {
		URL.revokeObjectURL(address);
	}
}
