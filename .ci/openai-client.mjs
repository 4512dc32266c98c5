// Asks a server of Myna with OpenAI's own client: node openai-client.mjs http://127.0.0.1:8765
import assert from "node:assert/strict";
import OpenAI, { NotFoundError } from "openai";

const client = new OpenAI({ baseURL: `${process.argv[2]}/v1`, apiKey: "none", maxRetries: 0 });

const models = [];
for await (const model of client.models.list()) models.push(model.id);
assert.equal(models.length, 1);

const starts = { mp3: "\xff", wav: "RIFF", flac: "fLaC", opus: "OggS", aac: "\xff" };
for (const [format, start] of Object.entries(starts)) {
  const answer = await client.audio.speech.create({
    model: "tts-1",
    voice: "Linda",
    input: "Hello.",
    response_format: format,
    speed: 1.1,
  });
  const sound = Buffer.from(await answer.arrayBuffer());
  const head = sound.toString("latin1", 0, start.length);
  assert.ok(head === start || sound.toString("latin1", 0, 3) === "ID3", `${format}: ${head}`);
  assert.ok(sound.length > 1000);
}

// The body is a stream: its first part is there before the last.
const begin = performance.now();
const answer = await client.audio.speech.create({
  model: "tts-1",
  voice: "Linda",
  input: "One sentence comes first. Another follows it, and takes its time. A third one ends the text.",
  response_format: "pcm",
});
let first;
for await (const _ of answer.body) first ??= performance.now() - begin;
const last = performance.now() - begin;
assert.ok(first < 0.9 * last, `first ${first}, last ${last}`);

const events = await client.audio.speech.create({
  model: "tts-1",
  voice: "Linda",
  input: "Words and sound.",
  response_format: "pcm",
  stream_format: "sse",
});
const text = await events.text();
assert.match(text, /speech\.audio\.delta/);
assert.match(text, /speech\.audio\.done/);

await assert.rejects(
  client.audio.speech.create({ model: "tts-1", voice: "nobody", input: "Hello." }),
  (error) => error instanceof NotFoundError && /Linda/.test(error.message),
);
console.log(`OpenAI's client: first sound after ${first.toFixed(0)} ms, all of it after ${last.toFixed(0)} ms`);
