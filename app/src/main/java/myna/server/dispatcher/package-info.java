/**
 * A voice for Linux's screen readers, browsers and {@code spd-say}: an output module of
 * speech-dispatcher.
 *
 * <p>What lives here: the protocol that speech-dispatcher speaks with its modules on standard input
 * and output (doc/speech-dispatcher.texi, "Output Modules", and src/modules/module_process.c of
 * version 0.11), and how the module is installed. What may not: a model; what speaks is a server of
 * this machine, which stays warm while speech-dispatcher and its modules come and go.
 *
 * <p>Data flow: commands -> {@code SpeechModule} -> {@code Utterance} -> {@code Speaking} on a
 * thread of its own -> {@code SpeechSource} -> {@code Delivery} (volume, index marks) -> {@code
 * ModuleOutput}.
 *
 * <p>Tips and traps: a mark must be told between the sound before and after it, but the times of
 * words come when their sentence is spoken; so where a client set marks of its own, sound waits for
 * them, and where there are only the dispatcher's, which stand after sentences, it does not. After
 * STOP no sound may follow, and 703 must, else the dispatcher waits for ever.
 */
package myna.server.dispatcher;
