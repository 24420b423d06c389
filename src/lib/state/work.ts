import { AppError } from '#lib/base/app-error.ts';
import type { MessageKey } from '#lib/base/messages.ts';

/** Long work under way, for a progress bar. */
export interface Work {
	/** Names the message that says what is being done. */
	label: MessageKey;
	/** How many of `total` are done; a `total` of 0 stands for work without known length. */
	done: number;
	total: number;
	/** Ends the work with nothing changed; absent where it cannot be stopped any more. */
	cancel?: () => void;
}

/** What work that the reader cancelled rejects with: no failure, and nothing to say. */
export class Cancelled extends Error {
	override readonly name = 'Cancelled';
}

/** How Chromium, Firefox, Safari and the app's own loader say that a script or a style of the app did not arrive. */
const NOT_FETCHED = /dynamically imported module|importing a module script|preload css/i;

/** The failure in words for the reader; one that nobody foresaw is also reported as the crash that it is. */
export function asAppError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	if (error instanceof Error && NOT_FETCHED.test(error.message))
		return new AppError('app.not-fetched');
	reportError(error);
	return new AppError('app.crashed', { reason: String(error) });
}
