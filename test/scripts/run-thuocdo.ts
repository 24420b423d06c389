import { spawnSync } from 'node:child_process';

/** What the command line printed and how it ended. */
export interface Run {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** Runs `thuocdo` as a person would, from the top of the repository. */
export function runThuocdo(...args: string[]): Run {
	const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'thuocdo', '--', ...args], {
		encoding: 'utf8'
	});
	return { code: status, stdout, stderr };
}
