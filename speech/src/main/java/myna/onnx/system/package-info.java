/**
 * The system that networks run on: where native libraries lie, and whether CUDA can be used.
 *
 * <p>Tips and traps: probe for CUDA before it is asked for; a failed attempt costs half a gigabyte
 * of unpacking.
 */
package myna.onnx.system;
