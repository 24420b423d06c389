import type { Language } from '#lib/base/language.ts';
import { statusColours } from '#lib/views/palette.ts';
import type { Report } from '#lib/views/report.ts';
import { statusNamed } from './chart-colours.ts';
import { FIGURE_INSET } from './deck-figures.ts';
import { type DeckPiece, type DeckSlide, type PlacedPiece, SIZE } from './deck.ts';
import type { DeckLayout } from './pptx-layout.ts';
import {
	type Box,
	chartShape,
	graphicShape,
	placeholderShape,
	POINT,
	type ShapeIdentity,
	slideNumberShape,
	slidePart,
	textShape
} from './pptx-shape.ts';
import { TABLE_URI, tableXml } from './pptx-table.ts';
import type { SlideParagraph, SlideRun, TextFrame } from './pptx-text.ts';
import { bare } from './pptx-theme.ts';

/** What a slide is written with. */
export interface SlideGround {
	layout: DeckLayout;
	language: Language;
	/** What stands at the bottom of every slide. */
	footer: string;
	/** The slide's relationships to the parts of its charts. */
	relations: ReadonlyMap<PlacedPiece, string>;
}

const ITEM_SPACE = 8;

/** The slide with its title in the placeholder, so that the outline shows it, and its pieces where they were placed. */
export function contentSlide(slide: DeckSlide, ground: SlideGround): string {
	const { layout, language } = ground;
	const title = titleShape(slide.title, layout, language);
	const pieces = slide.pieces.map((piece, place) => pieceShape(piece, 3 + place, ground));
	return slidePart([title, ...pieces, ...closing(3 + slide.pieces.length, ground)]);
}

/** The first slide: the title, what it is of and when it was made, above it who reports. */
export function firstSlide(report: Report, layout: DeckLayout): string {
	const { language, head } = report;
	const { superior = '', issuer = '' } = head.fields;
	const about = [
		{ runs: [{ text: head.scope, isBold: true }] },
		...[head.boundaries, head.made]
			.filter((text) => text !== undefined)
			.map((text): SlideParagraph => ({ runs: [{ text, size: SIZE.text }], space: 6 }))
	];
	const office = [superior, issuer].filter(Boolean).map((text, place, all): SlideParagraph => ({
		runs: [{ text, isBold: place === all.length - 1 }]
	}));
	const placed = (
		identity: ShapeIdentity,
		placeholder: string | undefined,
		paragraphs: readonly SlideParagraph[]
	): string[] =>
		placeholder === undefined || paragraphs.length === 0
			? []
			: [placeholderShape(identity, { placeholder, paragraphs, language, mayShrink: true })];
	return slidePart([
		...placed({ id: 4, name: 'Letterhead' }, layout.issuer, office),
		titleShape(head.title, layout, language),
		...(layout.subtitle === undefined
			? [freeAbout(about, layout, language)]
			: placed({ id: 3, name: 'Subtitle' }, layout.subtitle, about))
	]);
}

function freeAbout(
	paragraphs: readonly SlideParagraph[],
	{ area }: DeckLayout,
	language: Language
): string {
	return textShape({ id: 3, name: 'Subtitle' }, { box: area, paragraphs, frame: { language } });
}

function titleShape(title: string, layout: DeckLayout, language: Language): string {
	const paragraphs = [{ runs: [{ text: title }] }];
	return placeholderShape(
		{ id: 2, name: 'Title' },
		{
			placeholder: layout.title ?? 'type="title"',
			...(layout.title === undefined && { box: layout.titleBox }),
			...{ paragraphs, language, mayShrink: true }
		}
	);
}

function closing(id: number, { layout, language, footer }: SlideGround): string[] {
	const paragraphs = [{ runs: [{ text: footer }] }];
	return [
		...(layout.footer === undefined
			? []
			: [
					placeholderShape(
						{ id, name: 'Footer' },
						{ placeholder: layout.footer, paragraphs, language }
					)
				]),
		...(layout.number === undefined
			? []
			: [slideNumberShape({ id: id + 1, name: 'Slide number' }, layout.number)])
	];
}

function pieceShape(placed: PlacedPiece, id: number, ground: SlideGround): string {
	const { piece } = placed;
	const { layout, language } = ground;
	const box = boxOf(placed, layout.area);
	const tight: TextFrame = { language, inset: 0 };
	const words = (runs: readonly SlideRun[], name: string, frame = tight): string =>
		textShape({ id, name: `${name} ${id}` }, { box, paragraphs: [{ runs }], frame });
	switch (piece.kind) {
		case 'text': {
			const paragraphs = piece.paragraphs.map(({ parts, isItem }, at) => ({
				runs: parts.map(({ text, trail, isHead = false }) => ({
					...{ text, size: piece.size, isBold: isHead || trail !== undefined }
				})),
				...{ isItem, space: at === 0 ? 0 : ITEM_SPACE }
			}));
			const frame = { ...tight, mayShrink: true };
			return textShape({ id, name: `Text ${id}` }, { box, paragraphs, frame });
		}
		case 'figure':
			return figureShape(piece, { id, box, language });
		case 'caption':
			return words(
				[{ text: piece.text, size: SIZE.caption, isBold: true, colour: 'tx2' }],
				'Caption'
			);
		case 'foot':
			return words([{ text: piece.text, size: SIZE.foot, colour: 'tx2' }], 'Source', {
				...tight,
				anchor: 'b'
			});
		case 'table': {
			const identity = { id, name: `Table ${id}`, alternative: piece.caption };
			return graphicShape(identity, {
				...{ box, uri: TABLE_URI, content: tableXml(piece.page, language) }
			});
		}
		case 'chart': {
			const identity = { id, name: `Chart ${id}`, alternative: piece.chart.alternative };
			return chartShape(identity, { box, relation: ground.relations.get(placed) ?? '' });
		}
	}
}

function figureShape(
	{ figure: { label, text, remark, status }, size }: DeckPiece & { kind: 'figure' },
	{ id, box, language }: { id: number; box: Box; language: Language }
): string {
	const named = statusNamed(status);
	const colours = named && statusColours(named, 'light');
	const word = colours ? bare(colours.word) : 'tx1';
	const paragraphs = [
		{ runs: [{ text: label, size: SIZE.label, colour: 'tx2' }] },
		{ runs: [{ text, size, isBold: true, colour: word }] },
		...(remark === undefined ? [] : [{ runs: [{ text: remark, size: SIZE.label, colour: word }] }])
	];
	const frame: TextFrame = { language, anchor: 't', inset: FIGURE_INSET * POINT, mayShrink: true };
	const fill = colours ? bare(colours.tint) : 'bg2';
	return textShape({ id, name: `Figure ${id}` }, { box, paragraphs, frame, fill });
}

function boxOf({ left, top, width, height }: PlacedPiece, area: Box): Box {
	return {
		left: area.left + left * POINT,
		top: area.top + top * POINT,
		width: width * POINT,
		height: height * POINT
	};
}
