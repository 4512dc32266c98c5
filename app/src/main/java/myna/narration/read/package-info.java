/**
 * Reads books: EPUB, DOCX, ODT, RTF, PDF, HTML, Markdown, plain text and subtitles.
 *
 * <p>What lives here: one reader per format, and what they share: pieces of text with their heading
 * level and anchors, and the rules that make chapters of them. What may not: voices, sentences, the
 * project.
 *
 * <p>Data flow: file -> (unpacked within bounds) -> pieces -> chapters -> {@link
 * myna.narration.book.Book}. Markdown, ODT, RTF and FB2 become HTML first, so that there is one set
 * of rules for all.
 *
 * <p>Tips and traps: a book is a stranger's file. Archives are read through {@code BoundedZip}
 * only, XML by readers that know no document types and no external entities, trees are walked
 * without recursion, and nothing is ever unpacked to the disk.
 */
package myna.narration.read;
