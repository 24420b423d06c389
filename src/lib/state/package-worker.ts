import { zipSync } from 'fflate';
import { cutBranch } from '#lib/package/cut-branch.ts';
import { makePackage } from '#lib/package/make-package.ts';
import { offeredPackage } from '#lib/package/offered-package.ts';
import { openNamedPackage } from '#lib/package/open-named-package.ts';
import { answerQuestions } from './answer-questions.ts';
import type { PackageTasks } from './package-tasks.ts';

answerQuestions<PackageTasks>({
	make: async ({ contents, ...source }, { onProgress, handOver }) => {
		const read = async (content: string): Promise<Uint8Array> =>
			contents.get(content) ?? new Uint8Array();
		const onPart = (done: number, total: number): void => onProgress({ done, total });
		const bytes = await makePackage({ ...source, read, onPart });
		handOver(bytes);
		return bytes;
	},
	open: (named) => openNamedPackage(named, { passphrase: named.passphrase }),
	cut: ({ source, branch }) => cutBranch(source, branch),
	offer: ({ source, about }) => offeredPackage(source, about),
	zip: ({ files }, { handOver }) => {
		// Most of it is packed code and pictures: a fast pass is nearly as small.
		const bytes = zipSync(Object.fromEntries(files), { level: 1 });
		handOver(bytes);
		return bytes;
	}
});
