/**
 * The history page: what was spoken, and everything that is needed to speak it again.
 *
 * <p>What lives here: the log in MYNA_HOME and the page to search it. What may not: sound; the same
 * recipe gives the same samples, so none is kept.
 *
 * <p>Data flow: speak page -> entry -> log file; entry -> speak page.
 *
 * <p>Tips and traps: several windows may write one log: a line is appended under a file lock. A
 * line that cannot be understood is passed over.
 */
package myna.ui.history;
