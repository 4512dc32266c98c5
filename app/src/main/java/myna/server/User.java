package myna.server;

/**
 * A program that uses a server.
 *
 * @param program as it calls itself
 * @param now how many of its requests are spoken or wait
 * @param requests how many there were
 */
public record User(String program, int now, long requests) {}
