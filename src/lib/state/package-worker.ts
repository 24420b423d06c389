import { zipSync } from 'fflate';
import { AppError } from '#lib/base/app-error.ts';
import { cutBranch } from '#lib/package/cut-branch.ts';
import { makePackage } from '#lib/package/make-package.ts';
import { offeredPackage } from '#lib/package/offered-package.ts';
import { openNamedPackage } from '#lib/package/open-named-package.ts';
import type { PackageAnswer, PackageOrder, PackageTasks } from './package-tasks.ts';

type Result = PackageTasks[keyof PackageTasks]['result'];

addEventListener('message', ({ data }: MessageEvent<PackageOrder>) => void answer(data));

async function answer(order: PackageOrder): Promise<void> {
	try {
		const result = await resultOf(order);
		post({ result }, result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : []);
	} catch (error) {
		if (error instanceof AppError) post({ problem: { code: error.code, params: error.params } });
		else post({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
}

async function resultOf({ task, order }: PackageOrder): Promise<Result> {
	switch (task) {
		case 'make': {
			const { contents, ...source } = order;
			const read = async (content: string): Promise<Uint8Array> =>
				contents.get(content) ?? new Uint8Array();
			return makePackage({ ...source, read, onPart: (done, total) => post({ done, total }) });
		}
		case 'open':
			return openNamedPackage(order, { passphrase: order.passphrase });
		case 'cut':
			return cutBranch(order.source, order.branch);
		case 'offer':
			return offeredPackage(order.source, order.about);
		case 'zip':
			// Most of it is packed code and pictures: a fast pass is nearly as small.
			return zipSync(Object.fromEntries(order.files), { level: 1 });
	}
}

function post(message: PackageAnswer, transfer: ArrayBuffer[] = []): void {
	self.postMessage(message, { transfer });
}
