import type { Answers } from '#lib/base/layout.ts';

/** Answers to hand on, and those of them that were asked for by now. */
export interface WatchedAnswers {
	answers: Answers;
	used: () => Answers;
}

/** The answers, watched: an answer that nothing looks up had no effect, and is not worth remembering. */
export function watchAnswers(given: Answers): WatchedAnswers {
	const asked = new Set<string>();
	const answers = new Proxy(given, {
		get(target, key) {
			if (typeof key === 'string' && Object.hasOwn(target, key)) asked.add(key);
			return Reflect.get(target, key) as unknown;
		}
	});
	const used = (): Answers =>
		Object.fromEntries(Object.entries(given).filter(([key]) => asked.has(key)));
	return { answers, used };
}
