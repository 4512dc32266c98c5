/**
 * What a book is once it has been read, whatever file it came from.
 *
 * <p>What lives here: book, chapters and blocks of text as plain records. What may not: file
 * formats ({@link myna.narration.read}), voices and sentences ({@link myna.narration.script}).
 *
 * <p>Data flow: file -> {@link myna.narration.book.Book} -> script -> project.
 *
 * <p>Tips and traps: a block's text is what a narrator would say, on one line, without soft
 * hyphens, note marks or page numbers. A heading is a block of its chapter, too: a chapter's title
 * is for lists and marks and is not spoken by itself.
 */
package myna.narration.book;
