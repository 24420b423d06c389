import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '#lib/base/app-error.ts';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** The options and files among the arguments of a command; throws AppError `cli.bad-usage` for any other option. */
export function parseArguments<const Known extends OptionsConfig>(
	args: string[],
	options: Known
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: Known }>> {
	try {
		return parseArgs({ args, allowPositionals: true, options });
	} catch (cause) {
		const reason =
			cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause);
		throw new AppError('cli.bad-usage', { reason });
	}
}
