import type { Language } from './language.ts';
import { say } from './messages.ts';
import type { ProgressPart, ProgressState } from './progress.ts';

/** The state in words: `Nộp đúng hạn`. */
export function progressStateWord(state: ProgressState, language: Language): string {
	return say(language, `progress.state-${state}`);
}

/** What the part of a row of B8 is called: `Kế hoạch/ chỉ tiêu`, `Trạng thái`. */
export function progressPartWord(part: ProgressPart, language: Language): string {
	return say(language, `progress.part-${part}`);
}
