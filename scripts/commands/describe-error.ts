import type { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { isMessageKey, say } from '#lib/base/messages.ts';

/** What happened and what to do, in the language. */
export function describeError(error: AppError, language: Language): string {
	return isMessageKey(error.code) ? say(language, error.code, error.params) : error.message;
}
