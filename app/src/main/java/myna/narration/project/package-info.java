/**
 * A book in work: its chapters, lines and takes, in a folder that survives everything.
 *
 * <p>What lives here: the database (SQLite, write-ahead log), the store of takes, the lock. What
 * may not: synthesis and export, which read and fill a project from above.
 *
 * <p>Data flow: book and script -> {@code project.db}; take -> {@code takes/ab/abcd….flac} and
 * {@code .json} -> a row of the database.
 *
 * <p>Tips and traps: the store is the truth and the database its index. A take's name is the hash
 * of everything that decides on its sound, so nothing is made twice, an edit makes anew only what
 * it touches, and going back is free. A take exists once its FLAC file has its name; its
 * description has its name before that, and both are on the disk (fsync) before they get them.
 * Shards of a render only read the database, and write to the store alone: so they may run on many
 * machines over one shared folder, where SQLite's write-ahead log may not.
 */
package myna.narration.project;
