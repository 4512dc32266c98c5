package myna.narration.project;

import myna.narration.book.Block;

/**
 * A block of a project.
 *
 * @param id names it from its creation on
 * @param block what it says
 */
public record BlockEntry(long id, Block block) {}
