// Reads the manifests of files with c2pa-rs, the reference implementation: node read-manifests.mjs FILE...
// Each must be valid but for its signer, whom nobody vouches for, and a changed copy of it must not be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { createRequire } from "node:module";
import init, { WasmReader } from "@contentauth/c2pa-wasm";

const wasm = createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm").replace(/c2pa\.js$/, "c2pa_bg.wasm");
await init({ module_or_path: readFileSync(wasm) });

const types = { ".wav": "audio/wav", ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".m4b": "audio/mp4", ".flac": "audio/flac" };

async function read(type, bytes) {
  const reader = await WasmReader.fromBytes(type, new Uint8Array(bytes));
  return reader.manifestStore();
}

function failures(store) {
  return store.validation_results.activeManifest.failure.map((each) => each.code);
}

for (const file of process.argv.slice(2)) {
  const type = types[extname(file)];
  const bytes = readFileSync(file);
  const store = await read(type, bytes);
  const manifest = store.manifests[store.active_manifest];
  const actions = manifest.assertions.find((each) => each.label.startsWith("c2pa.actions")).data.actions;
  assert.deepEqual(failures(store), ["signingCredential.untrusted"], basename(file));
  assert.match(actions[0].digitalSourceType, /trainedAlgorithmicMedia$/);
  assert.equal(manifest.claim_generator_info[0].name, "Myna");
  const changed = Buffer.from(bytes);
  changed[type === "audio/mp4" ? bytes.indexOf("mdat") + 500 : Math.floor(bytes.length * 0.7)] ^= 1;
  assert.ok(failures(await read(type, changed)).some((code) => /mismatch/.test(code)), `${basename(file)}, changed`);
  console.log(`${basename(file)}: ${store.validation_state}; signed by ${manifest.signature_info.issuer}, ${manifest.signature_info.alg}`);
}
