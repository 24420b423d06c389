import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { TargetLine } from './overview-target.ts';
import type { StatusLook } from './status-look.ts';

/** The words of a standing that its sentence is made of. */
export interface StandingWords {
	value?: { text: string; counts: string };
	status: StatusLook;
	targets: readonly TargetLine[];
	shortfall?: string;
	range?: string;
	asOf?: string;
}

/**
 * Value, every target in force and its status as one text for the ear (`aria-valuetext`):
 * `92,42% (122/132 tổ chức cơ sở đảng), NQ 21 trên 90%: Đạt; Đà Nẵng từ 90%: Đạt.`
 */
export function standingSentence(words: StandingWords, language: Language): string {
	const { value, status, targets, shortfall, range, asOf } = words;
	const head = value
		? say(language, 'sentence.value', { text: value.text, counts: value.counts })
		: status.word;
	const lines = targets.map((target) =>
		say(language, value ? 'sentence.target' : 'sentence.target-alone', {
			document: target.document,
			words: target.words,
			status: target.status.word
		})
	);
	const noTarget = value && lines.length === 0 ? say(language, 'sentence.no-target') : undefined;
	const said = [head, asOf, noTarget, lines.join('; '), shortfall, range];
	return `${said.filter(Boolean).join(', ')}.`;
}
