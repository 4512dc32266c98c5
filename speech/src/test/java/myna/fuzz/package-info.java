/**
 * Seeded mutation of the inputs of parsers.
 *
 * <p>What lives here: the fuzzer alone; each parser's fuzz test lies beside it. {@code mvn test}
 * tries few inputs, and first those under {@code speech/src/test/resources/fuzz/NAME}, which once
 * went wrong; {@code -Dmyna.fuzz=N} tries N times as many, {@code -Dmyna.fuzz.seed=S} others.
 */
package myna.fuzz;
