import { AppError } from '#lib/base/app-error.ts';
import { say } from '#lib/base/messages.ts';
import { check } from './commands/check.ts';
import { describeError } from './commands/describe-error.ts';
import { type Options, readOptions } from './commands/options.ts';
import { table } from './commands/table.ts';
import { values } from './commands/values.ts';

const COMMANDS: Record<string, (options: Options) => Promise<number>> = { check, values, table };
const UNUSABLE = 2;

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', ...args]: string[]): Promise<number> {
	const language = args.join(' ').includes('--lang en') ? 'en' : 'vi';
	try {
		const command = COMMANDS[name];
		if (!command) throw new AppError('cli.unknown-command', { command: name });
		return await command(readOptions(args));
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		const usage = cause.code.startsWith('cli.') ? `\n\n${say(language, 'cli.usage')}` : '';
		process.stderr.write(`${describeError(cause, language)}${usage}\n`);
		return UNUSABLE;
	}
}
