/**
 * Books to audiobooks.
 *
 * <p>What lives here: import of books, chapters, sentences and their takes, the project store, jobs
 * that resume after a crash, and export with chapters, subtitles and loudness. What may not:
 * JavaFX, model code, devices.
 *
 * <p>Data flow: book file -> chapters -> sentences -> {@link myna.speech} -> takes in the project
 * -> audiobook file.
 *
 * <p>Tips and traps: memory must not grow with the length of the book: sentences are rendered,
 * stored and dropped one by one. What was rendered is never lost: a take is on disk before the next
 * starts.
 */
package myna.narration;
