import type { AppError } from '#lib/base/app-error.ts';
import { asAppError } from './work.ts';

/** A part of the app that was asked for: the part itself, or why it is not there; neither while it is on its way. */
export interface AskedPart<Part> {
	part?: Part;
	problem?: AppError;
	/** How often it had been tried before. */
	tries: number;
}

/** The part, or why it is not there, after so many tries. */
export async function fetchPart<Part>(
	bring: () => Promise<Part>,
	tries: number
): Promise<AskedPart<Part>> {
	if (tries > 0) dropFailedStyles();
	try {
		return { part: await bring(), tries };
	} catch (error) {
		return { problem: asAppError(error), tries };
	}
}

/** A style that did not arrive is asked for again only once its link is gone. */
function dropFailedStyles(): void {
	for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
		if (link.sheet === null) link.remove();
}
