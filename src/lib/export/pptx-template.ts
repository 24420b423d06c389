import { AppError } from '#lib/base/app-error.ts';
import type { Report } from '#lib/views/report.ts';
import { OfficePackage } from './office-package.ts';
import { attributeOf, tagsOf } from './office-xml.ts';
import { fillPlaceholders, holdsPlaceholder } from './pptx-placeholders.ts';
import { presentationPath, TYPE } from './pptx-presentation.ts';
import { withoutSlideGroups } from './pptx-slide-list.ts';

/** The office's own deck made ready: what of its slides is kept stands before and after the place for the report's. */
export interface ReadyTemplate {
	parts: OfficePackage;
	presentation: string;
	/** The paths of the slides that are kept. */
	before: string[];
	after: string[];
	/** True where one of them bears the title: then the report needs no first slide of its own. */
	hasTitle: boolean;
}

/**
 * The office's own .pptx or .potx: masters, layouts and theme are kept. Of its slides, one that says `{{report}}` makes room
 * for the report's and all others stay; where none says so, only those with a placeholder like `{{title}}` stay, in front,
 * and the rest are samples that go. Placeholders are filled.
 *
 * @throws AppError `slides.no-template` for bytes that are no presentation, `slides.macros` for one with macros.
 */
export function readyTemplate(bytes: Uint8Array, report: Report): ReadyTemplate {
	const parts = opened(bytes);
	const presentation = presentationPath(parts);
	if (presentation === undefined) throw new AppError('slides.no-template');
	const slides = slidesOf(parts, presentation);
	const place = slides.findIndex(({ xml }) => holdsPlaceholder(xml, 'report'));
	const kept = slides.filter(({ xml }, at) => (place < 0 ? holdsPlaceholder(xml) : at !== place));
	const hasTitle = kept.some(({ xml }) => holdsPlaceholder(xml, 'title'));
	for (const { path, xml } of kept) parts.replace(path, fillPlaceholders(xml, report.head));
	drop(
		parts,
		presentation,
		slides.filter((slide) => !kept.includes(slide))
	);
	const isBefore = (slide: TemplateSlide): boolean => place < 0 || slides.indexOf(slide) < place;
	return {
		...{ parts, presentation, hasTitle },
		before: kept.filter(isBefore).map(({ path }) => path),
		after: kept.filter((slide) => !isBefore(slide)).map(({ path }) => path)
	};
}

interface TemplateSlide {
	path: string;
	relation: string;
	xml: string;
}

function opened(bytes: Uint8Array): OfficePackage {
	const parts = OfficePackage.open(bytes);
	if (!parts) throw new AppError('slides.no-template');
	const presentation = presentationPath(parts);
	if (presentation === undefined) throw new AppError('slides.no-template');
	const isMacro =
		/macroEnabled/i.test(parts.contentType(presentation) ?? '') ||
		parts.paths().some((path) => /vbaProject/i.test(path));
	if (isMacro) throw new AppError('slides.macros');
	parts.add({
		path: presentation,
		content: withoutSlideGroups(parts.text(presentation)),
		contentType: TYPE.presentation
	});
	return parts;
}

function slidesOf(parts: OfficePackage, presentation: string): TemplateSlide[] {
	return tagsOf(parts.text(presentation), 'sldId').flatMap((tag) => {
		const relation = attributeOf(tag, 'r:id') ?? '';
		const path = parts.follow(presentation, relation);
		if (path === undefined || !parts.has(path)) return [];
		return [{ path, relation, xml: parts.text(path) }];
	});
}

/** Takes slides out of the deck with everything that only they led to. */
function drop(parts: OfficePackage, presentation: string, slides: readonly TemplateSlide[]): void {
	for (const { path, relation } of slides) {
		parts.unrelate(presentation, relation);
		parts.remove(path);
	}
	const reached = reachedFrom(parts, '');
	for (const path of parts.paths()) if (!reached.has(path)) parts.remove(path);
	for (const owner of parts.paths()) unlink(parts, owner);
}

function reachedFrom(parts: OfficePackage, start: string): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [start];
	for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop()) {
		for (const { id } of parts.relationships(owner)) {
			const path = parts.follow(owner, id);
			if (path === undefined || reached.has(path) || !parts.has(path)) continue;
			reached.add(path);
			waiting.push(path);
		}
	}
	return reached;
}

/** A link to a slide that is gone goes too: Office refuses a file whose links lead nowhere. */
function unlink(parts: OfficePackage, owner: string): void {
	const lost = parts.relationships(owner).filter(({ id, isExternal }) => {
		const path = parts.follow(owner, id);
		return isExternal !== true && (path === undefined || !parts.has(path));
	});
	for (const { id } of lost) {
		const link = new RegExp(`<a:hlink(?:Click|Hover|MouseOver)\\b[^>]*r:id="${id}"[^>]*/>`, 'g');
		parts.replace(owner, parts.text(owner).replace(link, ''));
		parts.unrelate(owner, id);
	}
}
