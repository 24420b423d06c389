import { AppError } from '#lib/base/app-error.ts';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { isMessageKey, say } from '#lib/base/messages.ts';

/** Something that reads what a stranger wrote. */
export interface FuzzTarget {
	name: string;
	/** Inputs that it reads, for the mutations to begin with. */
	seeds: readonly Uint8Array[];
	/** True where an input takes milliseconds: fewer are tried in every run. */
	isSlow?: true;
	/** Reads the input, throws where what it gives is not well formed, and gives it for comparison. */
	read: (input: Uint8Array) => unknown;
}

/** No input of a seed's size may take longer, in seconds of the processor: the slowest seed takes a hundredth. */
const MOST_SECONDS = 8;

const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const OWN_NAMES = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/**
 * What the target says of the input, as text; an AppError is an answer too. Rejects with what is wrong where it fails in
 * another way, takes too long, or leaves a trace in what all objects share.
 */
export async function judge({ read }: FuzzTarget, input: Uint8Array): Promise<string> {
	const before = process.cpuUsage();
	const answer = await answerOf(read, input);
	const { user, system } = process.cpuUsage(before);
	if (user + system > MOST_SECONDS * 1e6)
		throw new Error(`took ${((user + system) / 1e6).toFixed(1)} seconds`);
	const names = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);
	if (names.join() !== OWN_NAMES.join()) throw new Error('a prototype was changed');
	// A sheet may be as large as its bounds allow: to write it out takes longer than to read it.
	return answer instanceof AppError ? wordsOf(answer) : textOf(answer);
}

async function answerOf(read: FuzzTarget['read'], input: Uint8Array): Promise<unknown> {
	try {
		return await read(new Uint8Array(input));
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
}

function wordsOf(error: AppError): string {
	if (!isMessageKey(error.code)) throw new Error(`no words for ${error.code}`, { cause: error });
	return `${say('vi', error.code, error.params)} ${say('en', error.code, error.params)}`;
}

function textOf(answer: unknown): string {
	return JSON.stringify(answer, (_, value: unknown) => {
		if (typeof value === 'bigint') return `${value}n`;
		return value instanceof Map || value instanceof Set ? [...value] : value;
	});
}

/** Throws where one of the issues has no words in one of the languages. */
export function checkIssues(issues: readonly Issue[]): void {
	for (const issue of issues) {
		for (const language of ['vi', 'en'] as const) {
			if (describeIssue(issue, language) === issue.code)
				throw new Error(`no words for the issue ${issue.code}`);
		}
	}
}
