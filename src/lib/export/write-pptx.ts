import type { Report } from '#lib/views/report.ts';
import { composeDeck } from './compose-deck.ts';
import { type DeckSlide, type PlacedPiece, SIZE } from './deck.ts';
import { embedChart } from './embed-chart.ts';
import type { OfficePackage } from './office-package.ts';
import { addNotesMaster, blankDeck } from './pptx-blank.ts';
import { type DeckLayout, deckLayouts } from './pptx-layout.ts';
import { addNotes } from './pptx-notes.ts';
import { describeDeck, PRESENTATION, RELATION, TYPE } from './pptx-presentation.ts';
import { POINT } from './pptx-shape.ts';
import { listNotesMaster, listSlides, slideSize } from './pptx-slide-list.ts';
import { contentSlide, firstSlide } from './pptx-slide.ts';
import { type ReadyTemplate, readyTemplate } from './pptx-template.ts';

/** When a deck is made, and the office's own deck that it is to be set on, where it has one. */
export interface DeckChoice {
	at: Date;
	template?: Uint8Array;
}

/**
 * The bytes of a .pptx of the report for a meeting: a first slide, then its sections with native charts and tables, the
 * sentences whole in the notes; the same report at the same time has the same bytes. On a template its masters, layouts
 * and theme are kept (`readyTemplate` says which of its slides).
 *
 * @throws AppError `slides.no-template` where the template is no presentation, `slides.macros` where it has macros.
 */
export async function writePptx(report: Report, { at, template }: DeckChoice): Promise<Uint8Array> {
	const ready = template ? readyTemplate(template, report) : blank();
	const { parts, presentation } = ready;
	const layouts = deckLayouts(parts, presentation, slideSize(parts.text(presentation)));
	const { first, content } = layouts ?? noLayout();
	const { width, height } = content.area;
	const slides = composeDeck(report, { width: width / POINT, height: height / POINT });
	const master = notesMaster(parts, presentation);
	const own: string[] = [];
	if (!ready.hasTitle) own.push(addFirst(parts, report, first));
	for (const slide of slides)
		own.push(await addContent(parts, slide, { report, layout: content, master, at }));
	listSlides(parts, presentation, [...ready.before, ...own, ...ready.after]);
	const { title } = report.head;
	describeDeck(parts, { title, language: report.language === 'vi' ? 'vi-VN' : 'en-GB', at });
	return parts.save(at);
}

interface SlideMaking {
	report: Report;
	layout: DeckLayout;
	/** The path of the master of the notes. */
	master: string;
	at: Date;
}

function blank(): ReadyTemplate {
	const parts = blankDeck();
	return { parts, presentation: PRESENTATION, before: [], after: [], hasTitle: false };
}

function noLayout(): never {
	throw new Error('A deck without a layout has no place for slides.');
}

function notesMaster(parts: OfficePackage, presentation: string): string {
	const held = parts.followType(presentation, '/notesMaster');
	if (held !== undefined) return held;
	const added = addNotesMaster(parts);
	listNotesMaster(parts, presentation, added);
	return added;
}

function addFirst(parts: OfficePackage, report: Report, layout: DeckLayout): string {
	return addSlide(parts, freeSlide(parts), { layout, content: firstSlide(report, layout) });
}

async function addContent(
	parts: OfficePackage,
	slide: DeckSlide,
	{ report, layout, master, at }: SlideMaking
): Promise<string> {
	const { language, head } = report;
	const owner = freeSlide(parts);
	const relations = new Map<PlacedPiece, string>();
	for (const placed of slide.pieces) {
		const { piece, width, height } = placed;
		if (piece.kind !== 'chart') continue;
		const look = { language, width, height, size: SIZE.chart };
		relations.set(placed, await embedChart(parts, piece.chart, { owner, look, at }));
	}
	const content = contentSlide(slide, { layout, language, footer: head.scope, relations });
	addSlide(parts, owner, { layout, content });
	if (slide.notes.length > 0)
		addNotes(parts, { slide: owner, master, sentences: slide.notes, language });
	return owner;
}

function freeSlide(parts: OfficePackage): string {
	return parts.freePath((number) => `ppt/slides/slide${number}.xml`);
}

function addSlide(
	parts: OfficePackage,
	path: string,
	{ layout, content }: { layout: DeckLayout; content: string }
): string {
	parts.add({ path, content, contentType: TYPE.slide });
	parts.relate(path, { type: RELATION.layout, target: layout.path });
	return path;
}
