import type { Receipts } from '#lib/base/receipts.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { findReceipts } from '#lib/rollup/find-receipts.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';

addEventListener('message', ({ data }: MessageEvent<RollupSubmission[]>) => {
	const receipts: Receipts = findReceipts(data, productCatalogue().templates);
	const { first, newest } = receipts;
	self.postMessage(receipts, {
		transfer: [first.buffer, newest.buffer] as ArrayBuffer[]
	});
});
