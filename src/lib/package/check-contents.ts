import { AppError } from '#lib/base/app-error.ts';
import { columnOf } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { decodeEntries } from '#lib/rollup/decode-entries.ts';
import type { OpenedPackage } from './open-package.ts';

/**
 * Throws AppError `package.damaged-part` where the content of a submission holds no figures, or not as many as it is said
 * to: whoever made the package can have sealed anything.
 */
export function checkContents({ manifest, contents }: OpenedPackage): void {
	for (const { id, content, figures } of manifest.submissions) {
		if (countOf(contents.get(content)) !== figures)
			throw new AppError('package.damaged-part', { part: id });
	}
}

function countOf(content: Uint8Array = new Uint8Array()): number | undefined {
	try {
		decodeEntries(content).next();
		return columnOf(decodeColumns(content), 'value', 'int64').values.length;
	} catch {
		// Whatever it is, it is no list of figures.
		return undefined;
	}
}
