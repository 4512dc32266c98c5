/**
 * Books to audiobooks.
 *
 * <p>What lives here: import of books, chapters, sentences and their takes, the project store, jobs
 * that resume after a crash, and export with chapters, subtitles and loudness. What may not:
 * JavaFX, model code, devices.
 *
 * <p>Data flow: book file -> chapters -> sentences -> {@link myna.engine} -> takes in the project
 * -> {@link myna.delivery} -> audiobook file.
 *
 * <p>Whoever narrates - a command, a window - needs {@link myna.narration.Narration} alone:
 *
 * <ol>
 *   <li>{@code Narration.open(NarrationOrder.of(book, folder), pack, voices, cancellation)} imports
 *       the book, or goes on with the project that is in the folder. The pack is a {@link
 *       myna.engine.PackLease}, the voices are {@code Voices.of(library)}.
 *   <li>{@code project()} shows chapters, blocks (paragraphs) and lines (sentences) with how much
 *       of each is rendered; {@code edit()} renames, moves, merges, splits and leaves out chapters
 *       and changes texts; {@code speakers()} proposes a cast, {@code change(settings ->
 *       settings.withCast(...))} sets it; {@code estimate()} says how long the book will sound.
 *   <li>{@code render(Shard.ALL, listener, control)} blocks until everything is rendered, so it
 *       belongs in a job; {@link myna.narration.render.RenderControl} pauses, resumes and stops it.
 *       Everything else may be called meanwhile.
 *   <li>{@code listen(line)} gives the sound of a sentence that is made; {@code
 *       edit().retake(line)} asks for another take, which the running or the next render makes, and
 *       {@code edit().choose(line, 0)} goes back to the first.
 *   <li>{@code export(settings, progress, cancellation)} writes the audiobook and reports its
 *       chapters, loudness and the words that the self-check could not make out.
 * </ol>
 *
 * <p>{@link myna.narration.NarrationQueue} does so for several books, one after the other.
 *
 * <p>Tips and traps: memory must not grow with the length of the book: sentences are rendered,
 * stored and dropped one by one. What was rendered is never lost: a take is on disk before the next
 * starts. A project is locked while a narration is open; so a window keeps the one that it opened
 * and closes it when the book is closed. Ids of lines hold until their block is edited.
 */
package myna.narration;
