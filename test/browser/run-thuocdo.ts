import { execFileSync } from 'node:child_process';

/** What the command line prints when it is asked that; throws where it fails. */
export function thuocdo(...args: string[]): string {
	return execFileSync(process.execPath, ['--import', 'tsx', 'scripts/thuocdo.ts', ...args], {
		encoding: 'utf8'
	});
}
