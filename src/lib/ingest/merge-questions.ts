import { groupBy } from '#lib/base/group-by.ts';
import type { Question } from './question.ts';

/** One question a key, as it was first asked, with the number of rows that ask it. */
export function mergeQuestions(questions: readonly Question[]): Question[] {
	return [...groupBy(questions, ({ key }) => key).values()].flatMap((same) => {
		const [first] = same;
		if (!first) return [];
		const rows = same.reduce((sum, each) => sum + (each.rows ?? 1), 0);
		return [first.row === undefined ? first : { ...first, rows }];
	});
}
