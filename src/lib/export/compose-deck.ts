import type { Report, ReportSection } from '#lib/views/report.ts';
import { indicatorSlides } from './deck-indicator.ts';
import { sectionSlides } from './deck-section.ts';
import { targetSlides } from './deck-targets.ts';
import type { DeckSlide, SlideRoom } from './deck.ts';

/** The slides of a report after the first, in the order of its sections; titles that repeat say which part they are. */
export function composeDeck(report: Report, room: SlideRoom): DeckSlide[] {
	return report.sections.flatMap((section) => numbered(slidesOf(report, section, room)));
}

function slidesOf(report: Report, section: ReportSection, room: SlideRoom): DeckSlide[] {
	if (section.blocks.length === 0) return [];
	if (section.id.startsWith('indicator:')) return indicatorSlides(report, section, room);
	if (section.id === 'targets') return targetSlides(report, section, room);
	return sectionSlides(report, section, room);
}

function numbered(slides: readonly DeckSlide[]): DeckSlide[] {
	if (slides.length < 2) return [...slides];
	return slides.map((slide, place) => ({
		...slide,
		title: `${slide.title} (${place + 1}/${slides.length})`
	}));
}
