import { HeldStatements } from '#lib/rollup/held-statements.ts';
import type { RollupAnswer, RollupQuestion, RollupTasks } from './rollup-tasks.ts';

let held: HeldStatements | undefined;

addEventListener('message', ({ data }: MessageEvent<RollupQuestion>) => {
	const { id } = data;
	try {
		const answer = answerTo(data);
		post({ id, answer }, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : []);
	} catch (error) {
		post({ id, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
});

function answerTo({
	id,
	task,
	question
}: RollupQuestion): RollupTasks[keyof RollupTasks]['answer'] {
	if (task === 'settle') {
		if (question.source) held = new HeldStatements(question.source);
		return statements().settle(question.inForce);
	}
	if (task === 'tell') {
		statements().tell(question.submission, question.bytes);
		return undefined;
	}
	return statements().rollUp(question, (done, total) => post({ id, progress: { done, total } }));
}

function statements(): HeldStatements {
	if (!held) throw new TypeError('nothing is known of the organisation');
	return held;
}

function post(message: RollupAnswer, transfer: ArrayBuffer[] = []): void {
	self.postMessage(message, { transfer });
}
