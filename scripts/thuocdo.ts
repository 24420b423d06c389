import { AppError } from '#lib/base/app-error.ts';
import { say } from '#lib/base/messages.ts';
import { describeError } from './commands/describe-error.ts';
import { type Options, readOptions } from './commands/options.ts';

/** Each command is read in only when it is asked for: checking a file must not wait for DuckDB. */
const COMMANDS: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
	check: async () => withOptions((await import('./commands/check.ts')).check),
	values: async () => withOptions((await import('./commands/values.ts')).values),
	catalogue: async () => withOptions((await import('./commands/catalogue.ts')).catalogue),
	trail: async () => withOptions((await import('./commands/trail.ts')).trail),
	trace: async () => withOptions((await import('./commands/trace.ts')).trace),
	ledger: async () => (await import('./commands/ledger.ts')).ledger,
	report: async () => (await import('./commands/report.ts')).report,
	rollup: async () => (await import('./commands/rollup.ts')).rollup,
	package: async () => (await import('./commands/package.ts')).packageFiles,
	key: async () => (await import('./commands/package.ts')).newKey,
	open: async () => (await import('./commands/open.ts')).open,
	publish: async () => (await import('./commands/publish.ts')).publish,
	table: async () => withOptions((await import('./commands/table.ts')).table)
};
const UNUSABLE = 2;

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', ...args]: string[]): Promise<number> {
	const language = args.join(' ').includes('--lang en') ? 'en' : 'vi';
	try {
		const load = COMMANDS[name];
		if (!load) throw new AppError('cli.unknown-command', { command: name });
		const command = await load();
		return await command(args);
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		const usage = cause.code.startsWith('cli.') ? `\n\n${say(language, 'cli.usage')}` : '';
		process.stderr.write(`${describeError(cause, language)}${usage}\n`);
		return UNUSABLE;
	}
}

function withOptions(
	command: (options: Options) => Promise<number>
): (args: string[]) => Promise<number> {
	return (args) => command(readOptions(args));
}
