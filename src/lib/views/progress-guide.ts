import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Period } from '#lib/base/period.ts';
import type { GuideLine, TemplateGuide } from './template-guide.ts';

/** How the sheet B8 is filled in and sent, in the reader's language. */
export function progressGuide({
	unit,
	period,
	language
}: {
	/** The unit's name. */
	unit: string;
	period: Period;
	language: Language;
}): TemplateGuide {
	const line = (look: GuideLine['look'], key: MessageKey): GuideLine => {
		return { look, text: say(language, key) };
	};
	const about = { unit, period: periodInSentence(period, language) };
	return {
		name: say(language, 'guide.sheet'),
		lines: [
			line('title', 'guide.title'),
			{ look: 'text', text: say(language, 'progress.guide-about', about) },
			line('heading', 'progress.guide-rows'),
			line('text', 'progress.guide-plan'),
			line('text', 'progress.guide-done'),
			line('text', 'progress.guide-state'),
			line('text', 'progress.guide-day'),
			line('text', 'progress.guide-more'),
			line('heading', 'guide.keep'),
			line('text', 'guide.people'),
			line('heading', 'guide.send'),
			line('text', 'guide.send-how')
		]
	};
}
