import { spawnSync } from 'node:child_process';

/** What the command line printed and how it ended. */
export interface Run {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** Runs `thuocdo` from the top of the repository, without npm before it, which would take as long again. */
export function runThuocdo(...args: string[]): Run {
	return runToItsEnd(process.execPath, ['--import', 'tsx', 'scripts/thuocdo.ts', ...args]);
}

/** Runs `thuocdo` as a person would. */
export function runThuocdoByNpm(...args: string[]): Run {
	return runToItsEnd('npm', ['run', '-s', 'thuocdo', '--', ...args]);
}

function runToItsEnd(command: string, args: string[]): Run {
	const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
	return { code: status, stdout, stderr };
}
