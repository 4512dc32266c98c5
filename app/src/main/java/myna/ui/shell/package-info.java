/**
 * The window: navigation, themes, notices, questions, and what is asked when it closes.
 *
 * <p>What lives here: what surrounds the pages, and the system's choosers and programs. What may
 * not: knowledge of what a page does.
 *
 * <p>Data flow: settings -> theme and language -> pages; pages -> notices and questions above them.
 *
 * <p>Tips and traps: a page is built when it is first shown, and all are built anew when the
 * language changes: whatever must survive that lives in a ViewModel.
 */
package myna.ui.shell;
