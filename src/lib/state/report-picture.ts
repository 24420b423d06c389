import type { Language } from '#lib/base/language.ts';
import { chartSvg, pictureHeight } from '#lib/export/chart-svg.ts';
import type { ReportChart } from '#lib/views/report.ts';

/** A picture for an `img`. */
export interface ReportPicture {
	src: string;
	width: number;
	height: number;
}

const WIDTH = 640;

/** The chart as it will stand in the files, black on white. */
export function reportPicture(chart: ReportChart, language: Language): ReportPicture {
	const height = pictureHeight(chart, WIDTH);
	const look = { language, tone: 'light', ground: '#ffffff' } as const;
	const svg = chartSvg(chart, { width: WIDTH, height, look });
	return { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, width: WIDTH, height };
}
