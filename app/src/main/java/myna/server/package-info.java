/**
 * A voice for other programs: a server on this machine that speaks OpenAI's interface.
 *
 * <p>What lives here: the requests and answers of that interface and what keeps it safe. What may
 * not: options of commands, windows; what speaks is {@link myna.engine}, what encodes {@link
 * myna.delivery}.
 *
 * <p>Data flow: request -> {@code Gate} (host, origin, token) -> {@code Routes} -> body ({@code
 * SpeechCall}) -> a place among the {@code Clients} -> sentence by sentence a turn ({@code
 * QueuedPack}, {@code ShortSentences}) -> {@code SpokenAnswer} -> {@code ResponseStream}.
 *
 * <p>Tips and traps: messages of lower houses may name files, so none of them is ever sent: {@code
 * ApiError} words them anew. Nothing of an answer leaves before the first sound is there, so what
 * fails until then still gets its status. A turn is never held while a client is waited for.
 */
package myna.server;
