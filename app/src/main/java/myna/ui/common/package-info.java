/**
 * What every feature of the studio uses: messages in the user's language, jobs off the user
 * interface's thread, notices, questions, file choosers and small builders of nodes.
 *
 * <p>What lives here: things without a feature of their own. What may not: a lower house's logic.
 *
 * <p>Data flow: a ViewModel starts a {@link myna.ui.common.Job}; its {@link myna.ui.common.Outcome}
 * comes back on the thread of the views.
 *
 * <p>Tips and traps: {@code Messages}, {@code Jobs} and {@code Notice} need no toolkit, so that
 * ViewModels can be tested without one. No sentence for the user stands in code: it has a key in
 * every {@code messages_*.properties}.
 */
package myna.ui.common;
