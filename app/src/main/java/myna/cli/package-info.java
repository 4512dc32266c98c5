/**
 * The commands: everything the studio does, for scripts.
 *
 * <p>What lives here: one picocli class per command and the console implementation of {@link
 * myna.jobs}. What may not: work. A command reads its options, calls a lower house and prints the
 * result.
 *
 * <p>Data flow: arguments -> options -> lower house -> standard output; progress and errors go to
 * standard error.
 *
 * <p>Tips and traps: an expected failure ends as one line {@code myna: ...} on standard error, exit
 * status 2 for bad use and 1 for failure, never a stack trace, never a half-written output file.
 * Commands are constructed at every start: keep constructors and static initializers empty, and
 * touch native code only in the command that needs it.
 */
package myna.cli;
