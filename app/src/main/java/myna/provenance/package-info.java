/**
 * What files of speech prove of themselves: signed manifests, as the Coalition for Content
 * Provenance and Authenticity specifies them (C2PA Technical Specification 2.2).
 *
 * <p>What lives here: who signs ({@link myna.provenance.Signer}), what is signed, where it lies in
 * each format, and who reads it again ({@link myna.provenance.ProvenanceReader}), of any program.
 * What may not: the mark in the sound, of which a manifest only tells; windows and options.
 *
 * <p>Data flow, writing: a file that is whole -> {@code Carrier} says where the manifest goes ->
 * {@code Manifest} with the hash of all the rest -> {@code Signer} -> into the file. Reading:
 * {@code Carrier} finds the manifest -> {@code Jumbf}, {@code Cbor} -> {@code ProvenanceReader}
 * compares hashes and signature.
 *
 * <p>Tips and traps: a manifest holds the hash of a file that holds the manifest, so its size is
 * found first, with a hash of zeros, and never changes afterwards. Files of strangers are read with
 * bounds on everything. A signature tells that a file was not changed since somebody signed it; who
 * that is, only a certificate tells that somebody else vouches for.
 */
package myna.provenance;
