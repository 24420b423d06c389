import { escapeXml } from './office-xml.ts';

/** A frame in which a document or a slide shows a chart that was added to it. */
export interface ChartFrame {
	/** From `embedChart`. */
	relationship: string;
	/** Unique among the drawings of its part, from 1. */
	id: number;
	name: string;
	/** What it shows, for those who do not see it. */
	alternative: string;
	/** In points. */
	width: number;
	/** In points. */
	height: number;
}

const POINT = 12_700;
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';

/** The `w:drawing` element of a run of Word that shows the chart in the line of text; it declares its own prefixes. */
export function wordFrame(frame: ChartFrame): string {
	const { width, height } = frame;
	return [
		`<w:drawing><wp:inline xmlns:wp="${WORD}" distT="0" distB="0" distL="0" distR="0">`,
		`<wp:extent cx="${emu(width)}" cy="${emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
		`<wp:docPr ${described(frame)}/><wp:cNvGraphicFramePr/>${graphic(frame)}</wp:inline></w:drawing>`
	].join('');
}

/** The `xdr:graphicFrame` element of a worksheet's drawing, whose anchor says where it stands. */
export function sheetFrame(frame: Omit<ChartFrame, 'width' | 'height'>): string {
	return [
		`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr ${described(frame)}/><xdr:cNvGraphicFramePr/>`,
		`</xdr:nvGraphicFramePr><xdr:xfrm><a:off xmlns:a="${MAIN}" x="0" y="0"/><a:ext xmlns:a="${MAIN}" cx="0" cy="0"/></xdr:xfrm>`,
		`${graphic(frame)}</xdr:graphicFrame>`
	].join('');
}

function described({ id, name, alternative }: Omit<ChartFrame, 'width' | 'height'>): string {
	return `id="${id}" name="${escapeXml(name)}" descr="${escapeXml(alternative)}"`;
}

function graphic({ relationship }: { relationship: string }): string {
	const chart = `<c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="${escapeXml(relationship)}"/>`;
	return `<a:graphic xmlns:a="${MAIN}"><a:graphicData uri="${CHART}">${chart}</a:graphicData></a:graphic>`;
}

function emu(points: number): number {
	return Math.round(points * POINT);
}
