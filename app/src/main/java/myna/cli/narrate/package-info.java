/**
 * The command that makes audiobooks.
 *
 * <p>What lives here: its options, which are many, the way of one book from file to file, and what
 * it prints. What may not: how books are made; that is {@link myna.narration}.
 *
 * <p>Data flow: options -> project, cast, settings -> render -> export -> a table or JSON.
 *
 * <p>Tips and traps: what was given is kept with the project, so that the same command without it
 * goes on in the same way.
 */
package myna.cli.narrate;
