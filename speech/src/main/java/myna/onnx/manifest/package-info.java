/**
 * What a pack says of itself: its strict manifest, the roles of its graphs, and checksums.
 *
 * <p>Tips and traps: every file's SHA-256 is checked before the file is loaded. What the manifest
 * has and nobody knows is refused.
 */
package myna.onnx.manifest;
