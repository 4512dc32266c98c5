/**
 * The narrate page: books on a shelf, and one of them open with its chapters, its sentences and its
 * cast; or subtitles with their cues.
 *
 * <p>What lives here: what is seen and done of a book, and the queue of what is being made. What
 * may not: import, rendering and export themselves; they are in {@link myna.narration}.
 *
 * <p>Data flow: file -> narration -> snapshot -> lists on the page; an edit -> narration -> the
 * next snapshot; queue -> progress on page and shelf. Subtitles -> cues -> a file of sound, and how
 * each cue fitted; they are put on no shelf.
 *
 * <p>Tips and traps: a narration holds the lock of its folder while it is open, so a book that is
 * being rendered stays open when the page goes back to the shelf. Only the lines of one chapter are
 * in memory. Snapshots are numbered: an older one never replaces a newer one.
 */
package myna.ui.narrate;
