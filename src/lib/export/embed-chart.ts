import type { ReportChart } from '#lib/views/report.ts';
import type { ChartLook } from './chart-look.ts';
import { CHART_TYPE, chartPart } from './chart-part.ts';
import { chartWorkbook, embeddedPlace } from './chart-workbook.ts';
import type { OfficePackage } from './office-package.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The part that a chart is added to, how it is set, and the day of the workbook within it. */
export interface ChartTarget {
	/** The part that will show it: `word/document.xml`, `ppt/slides/slide3.xml`. */
	owner: string;
	look: ChartLook;
	at: Date;
}

/**
 * Adds a native chart with the workbook of its data to a document or presentation: the relationship of the owner to it,
 * which the frame names (`wordFrame`, `sheetFrame`).
 */
export async function embedChart(
	office: OfficePackage,
	chart: ReportChart,
	{ owner, look, at }: ChartTarget
): Promise<string> {
	const root = owner.split('/')[0] ?? '';
	const path = office.freePath((number) => `${root}/charts/chart${number}.xml`);
	const book = office.freePath(
		(number) => `${root}/embeddings/Microsoft_Excel_Sheet${number}.xlsx`
	);
	const content = await chartWorkbook(chart, { language: look.language, at });
	office.add({ path: book, content, contentType: WORKBOOK_TYPE });
	const workbook = office.relate(path, { type: `${RELATIONSHIPS}/package`, target: book });
	const place = embeddedPlace(look.language);
	office.add({
		path,
		content: chartPart(chart, look, { place, workbook }),
		contentType: CHART_TYPE
	});
	return office.relate(owner, { type: `${RELATIONSHIPS}/chart`, target: path });
}
