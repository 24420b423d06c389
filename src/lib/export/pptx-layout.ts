import type { OfficePackage } from './office-package.ts';
import { attributeOf, tagsOf } from './office-xml.ts';
import type { SlideSize } from './pptx-presentation.ts';
import { ISSUER_INDEX } from './pptx-master.ts';
import type { Box } from './pptx-shape.ts';

/** A layout of a deck as far as slides are set on it; placeholders are named by the attributes of their `p:ph`. */
export interface DeckLayout {
	path: string;
	title?: string;
	subtitle?: string;
	/** Where the letterhead stands, in a deck that came of no template. */
	issuer?: string;
	footer?: string;
	number?: string;
	/** Where the title stands. */
	titleBox: Box;
	/** The room for what a slide shows. */
	area: Box;
}

/** The layout for the first slide of a deck and the one for all others. */
export interface DeckLayouts {
	first: DeckLayout;
	content: DeckLayout;
}

interface Placeholder {
	type: string;
	index?: string;
	box?: Box;
}

interface Candidate {
	path: string;
	type: string;
	placeholders: Placeholder[];
	master: Placeholder[];
}

/** Of the layouts of a deck those that suit best, told by their kind; `undefined` where it has none at all. */
export function deckLayouts(
	parts: OfficePackage,
	presentation: string,
	size: SlideSize
): DeckLayouts | undefined {
	const candidates = layoutsOf(parts, presentation);
	const first = chosen(candidates, ['title', 'obj', 'titleOnly']);
	const content = chosen(candidates, ['titleOnly', 'obj', 'tx', 'blank']);
	if (!first || !content) return undefined;
	return { first: read(first, size), content: read(content, size) };
}

/** Every layout of every master, in the order in which the deck lists them. */
function layoutsOf(parts: OfficePackage, presentation: string): Candidate[] {
	return listed(parts, presentation, 'sldMasterId').flatMap((master) => {
		const above = placeholdersIn(parts.text(master));
		return listed(parts, master, 'sldLayoutId').map((path) => {
			const xml = parts.text(path);
			const type = attributeOf(tagsOf(xml, 'sldLayout')[0] ?? '', 'type') ?? '';
			return { path, type, placeholders: placeholdersIn(xml), master: above };
		});
	});
}

/** The parts that an element of a list leads to, those that are missing left out. */
function listed(parts: OfficePackage, owner: string, element: string): string[] {
	return tagsOf(parts.text(owner), element)
		.map((tag) => parts.follow(owner, attributeOf(tag, 'r:id') ?? ''))
		.filter((path) => path !== undefined)
		.filter((path) => parts.has(path));
}

function chosen(candidates: readonly Candidate[], types: readonly string[]): Candidate | undefined {
	const titled = candidates.filter(({ placeholders }) => placeholders.some(isTitle));
	for (const type of types) {
		const found = titled.find((each) => each.type === type);
		if (found) return found;
	}
	return titled[0] ?? candidates[0];
}

function read({ path, placeholders, master }: Candidate, size: SlideSize): DeckLayout {
	const title = placeholders.find(isTitle);
	const find = (type: string): string | undefined => {
		const found = placeholders.find((each) => each.type === type);
		return found && attributesOf(found);
	};
	const issuer = placeholders.find(({ index }) => index === String(ISSUER_INDEX));
	const titleBox = title?.box ?? master.find(isTitle)?.box ?? defaultTitle(size);
	return {
		path,
		titleBox,
		area: areaOf({ placeholders, master, titleBox, size }),
		...(title && { title: attributesOf(title) }),
		...named('subtitle', find('subTitle')),
		...named('footer', find('ftr')),
		...named('number', find('sldNum')),
		...named('issuer', issuer?.type === 'body' ? attributesOf(issuer) : undefined)
	};
}

function named<Key extends string>(
	key: Key,
	value: string | undefined
): Partial<Record<Key, string>> {
	return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}

/** Where the office lets its own text stand; below the title where that would cover it. */
function areaOf(given: {
	placeholders: readonly Placeholder[];
	master: readonly Placeholder[];
	titleBox: Box;
	size: SlideSize;
}): Box {
	const { placeholders, master, titleBox, size } = given;
	const top = titleBox.top + titleBox.height;
	const fits = ({ type, box }: Placeholder): boolean =>
		(type === 'body' || type === 'obj') &&
		box !== undefined &&
		box.height > size.height * 0.45 &&
		box.width > size.width * 0.7;
	const body = [...placeholders, ...master].find(fits)?.box;
	if (body && body.top >= top - size.height * 0.03) return body;
	const margin = size.width * 0.05;
	return {
		left: margin,
		top: top + size.height * 0.02,
		width: size.width - 2 * margin,
		height: size.height * 0.9 - top
	};
}

function defaultTitle({ width, height }: SlideSize): Box {
	return { left: width * 0.05, top: height * 0.05, width: width * 0.9, height: height * 0.13 };
}

function isTitle({ type }: Placeholder): boolean {
	return type === 'title' || type === 'ctrTitle';
}

function attributesOf({ type, index }: Placeholder): string {
	const at = index === undefined ? '' : ` idx="${index}"`;
	return type === 'obj' ? at.trim() : `type="${type}"${at}`;
}

/** The shapes of a master or layout that are placeholders, with their places where they have one of their own. */
function placeholdersIn(xml: string): Placeholder[] {
	return (xml.match(/<p:sp>.*?<\/p:sp>|<p:sp .*?<\/p:sp>/gs) ?? []).flatMap((shape) => {
		const [tag] = tagsOf(shape, 'ph');
		if (tag === undefined) return [];
		const index = attributeOf(tag, 'idx');
		const box = boxIn(shape);
		return [
			{
				type: attributeOf(tag, 'type') ?? 'obj',
				...(index !== undefined && { index }),
				...(box && { box })
			}
		];
	});
}

function boxIn(shape: string): Box | undefined {
	const [offset] = tagsOf(shape, 'off');
	const [extent] = tagsOf(shape, 'ext').filter((tag) => attributeOf(tag, 'cx') !== undefined);
	if (offset === undefined || extent === undefined) return undefined;
	const numberOf = (tag: string, name: string): number => Number(attributeOf(tag, name));
	return {
		left: numberOf(offset, 'x'),
		top: numberOf(offset, 'y'),
		width: numberOf(extent, 'cx'),
		height: numberOf(extent, 'cy')
	};
}
