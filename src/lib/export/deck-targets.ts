import { say } from '#lib/base/messages.ts';
import type { Report, ReportChart, ReportSection, ReportTable } from '#lib/views/report.ts';
import { statusLook } from '#lib/views/status-look.ts';
import { statusNamed } from './chart-colours.ts';
import { placedChart } from './deck-charts.ts';
import { figureRow } from './deck-figures.ts';
import { footOf, textsOf } from './deck-foot.ts';
import { chartSlides, tableSlides } from './deck-section.ts';
import { type DeckFigure, type DeckSlide, GAP, SIZE, type SlideRoom } from './deck.ts';

const MOST_FIGURES = 4;
const FOOT_GAP = 6;

/** The slides of the targets: the headline ones large over their bullets where they are few, then the table of all. */
export function targetSlides(report: Report, section: ReportSection, room: SlideRoom): DeckSlide[] {
	const given = { report, title: section.title, room };
	const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	const charts = section.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
	return [
		...charts.flatMap((chart) =>
			chart.categories.length <= MOST_FIGURES
				? [headlineSlide(chart, { ...given, tables })]
				: chartSlides(chart, given)
		),
		...tables.flatMap((table) => tableSlides(table, given))
	];
}

function headlineSlide(
	chart: ReportChart,
	given: { report: Report; title: string; room: SlideRoom; tables: readonly ReportTable[] }
): DeckSlide {
	const { report, title, room, tables } = given;
	const figures = figuresOf(chart, report);
	const row = figureRow(figures, { top: 0, width: room.width, size: SIZE.headline });
	const below = (row[0]?.height ?? 0) + GAP;
	const codes = tables.flatMap(({ rows }) =>
		rows.flatMap(({ cells }) => cells.flatMap(({ trace }) => trace ?? []))
	);
	const texts = textsOf([...row.map(({ piece }) => piece), { kind: 'chart', chart }]);
	const foot = footOf(report, room, { texts, codes });
	const placed = placedChart(chart, {
		...{ left: 0, top: below, width: room.width },
		height: foot.top - FOOT_GAP - below
	});
	return { title, pieces: [...row, ...placed, foot], notes: [chart.alternative] };
}

/** Each category of the chart as a figure: its value, how it stands, and its target. */
function figuresOf({ categories, series }: ReportChart, { language }: Report): DeckFigure[] {
	const values = series.find(({ role }) => role === 'value');
	const targets = series.find(({ role }) => role === 'target');
	return categories.map((label, at) => {
		const status = statusNamed(values?.statuses?.[at]);
		const target = targets?.labels?.[at];
		const remarks = [
			status && statusLook(status, language).word,
			target && say(language, 'slides.target', { target })
		].filter(Boolean);
		return {
			...{ label, text: values?.labels?.[at] ?? '–' },
			...(remarks.length > 0 && { remark: remarks.join(' · ') }),
			...(status && { status })
		};
	});
}
