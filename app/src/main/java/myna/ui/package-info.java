/**
 * The studio: JavaFX, and nothing but the studio.
 *
 * <p>What lives here: one package per feature, {@code myna.ui.<feature>}, with a View that builds
 * nodes, a ViewModel that holds observable state and knows no node, and the actions that join them.
 * The JavaFX implementation of {@link myna.jobs} is here too. What may not: synthesis, file
 * formats, model code. A thing that a window does is a call to a lower house, so that a command can
 * do it as well.
 *
 * <p>Data flow: View -> ViewModel (properties, commands) -> lower house on a job -> ViewModel on
 * the application thread -> View.
 *
 * <p>Tips and traps: ViewModels are tested without a toolkit. Everything that blocks runs on a job.
 * File choosers sit behind an interface, because headless JavaFX has none. Every control has an
 * accessible name and a way to reach it by keyboard.
 */
package myna.ui;
