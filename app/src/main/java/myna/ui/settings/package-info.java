/**
 * The settings: what is kept in MYNA_HOME between runs, and the page to change it.
 *
 * <p>What lives here: {@code Settings} and the settings page. What may not: what a setting does;
 * whoever obeys it watches the store.
 *
 * <p>Data flow: page -> the store -> property for whoever watches, and settings file.
 *
 * <p>Tips and traps: a record may come from an older or newer version's file: constructors replace
 * what is missing by defaults.
 */
package myna.ui.settings;
