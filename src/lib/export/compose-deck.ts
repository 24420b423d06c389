import type { Report, ReportSection } from '#lib/views/report.ts';
import { indicatorSlides } from './deck-indicator.ts';
import { sectionSlides } from './deck-section.ts';
import { targetSlides } from './deck-targets.ts';
import type { DeckSlide, SlideRoom } from './deck.ts';

/** Up to so many indicators have the slides of their other charts too; of more, nobody would sit through them. */
const FEW = 6;

/** The slides of a report after the first, in the order of its sections; titles that repeat say which part they are. */
export function composeDeck(report: Report, room: SlideRoom): DeckSlide[] {
	const indicators = report.sections.filter(({ id }) => isIndicator(id)).length;
	return report.sections.flatMap((section) => {
		const slides = slidesOf(report, section, room);
		const isOne = isIndicator(section.id) && indicators > FEW;
		return numbered(isOne ? slides.slice(0, 1) : slides);
	});
}

function isIndicator(id: string): boolean {
	return id.startsWith('indicator:');
}

function slidesOf(report: Report, section: ReportSection, room: SlideRoom): DeckSlide[] {
	if (section.blocks.length === 0) return [];
	if (isIndicator(section.id)) return indicatorSlides(report, section, room);
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
