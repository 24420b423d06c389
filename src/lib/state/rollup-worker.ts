import { HeldStatements } from '#lib/rollup/held-statements.ts';
import { answerQuestions } from './answer-questions.ts';
import type { RollupTasks } from './rollup-tasks.ts';

let held: HeldStatements | undefined;

answerQuestions<RollupTasks>({
	settle: ({ source, inForce }) => {
		if (source) held = new HeldStatements(source);
		return statements().settle(inForce);
	},
	tell: ({ submission, bytes }) => void statements().tell(submission, bytes),
	'roll-up': (question, { onProgress, handOver }) => {
		const rollup = statements().rollUp(question, (done, total) => onProgress({ done, total }));
		handOver(rollup);
		return rollup;
	}
});

function statements(): HeldStatements {
	if (!held) throw new TypeError('nothing is known of the organisation');
	return held;
}
