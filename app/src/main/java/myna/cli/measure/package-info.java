/**
 * The commands that measure: how good speech is, and how fast it is made here.
 *
 * <p>What lives here: lists of cases, reports and tables. What may not: how anything is measured;
 * that is {@link myna.speech.measure}.
 *
 * <p>Data flow: pack and cases -> {@link myna.speech.measure} -> rows -> a table or JSON.
 *
 * <p>Tips and traps: these load a pack by themselves, because they look at its networks, which no
 * lease shows.
 */
package myna.cli.measure;
