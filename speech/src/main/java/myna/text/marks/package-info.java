/**
 * What users write into a text to steer how it is read: marks in brackets, and a subset of SSML.
 *
 * <p>{@link myna.text.marks.Markup} finds the marks and gives pieces of the source, atoms that
 * stand for marks, and the controls that hold where. Nothing here is an error: a mark that cannot
 * be obeyed becomes a problem with its place, and reading goes on without it.
 */
package myna.text.marks;
