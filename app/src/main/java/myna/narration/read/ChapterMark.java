package myna.narration.read;

/**
 * Where a chapter starts.
 *
 * @param piece index of its first piece
 * @param depth 1 for a chapter or part, 2 for a chapter in a part, and so on
 * @param title as the contents have it
 */
record ChapterMark(int piece, int depth, String title) {}
