package myna.ui.common;

/**
 * Something to ask before it is done.
 *
 * @param title the question, in few words
 * @param text what follows from each answer
 * @param yes the button that does it, named after what it does
 * @param grave whether something is lost by it
 */
public record Question(String title, String text, String yes, boolean grave) {}
