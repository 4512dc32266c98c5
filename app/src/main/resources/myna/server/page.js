"use strict";

const find = (id) => document.getElementById(id);

function headers() {
  const all = { "Content-Type": "application/json" };
  if (find("token").value) {
    all.Authorization = "Bearer " + find("token").value;
  }
  return all;
}

async function checked(answer) {
  if (!answer.ok) {
    throw new Error((await answer.json()).error.message);
  }
  return answer;
}

async function listVoices() {
  const answer = await checked(await fetch("/v1/voices", { headers: headers() }));
  const names = (await answer.json()).voices;
  find("voice").replaceChildren(...names.map((name) => new Option(name)));
  find("status").value = names.length ? "" : "There is no voice yet: myna voice add NAME CLIP --consent mine";
}

async function speak() {
  const body = JSON.stringify({ input: find("input").value, voice: find("voice").value });
  const answer = await checked(await fetch("/v1/audio/speech", { method: "POST", headers: headers(), body }));
  find("sound").src = URL.createObjectURL(await answer.blob());
  await find("sound").play();
}

async function attempt(work, doing) {
  find("status").value = doing;
  try {
    await work();
    if (find("status").value === doing) {
      find("status").value = "";
    }
  } catch (failure) {
    find("status").value = failure.message;
  }
}

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(speak, "Speaking …");
});
find("token").addEventListener("change", () => attempt(listVoices, ""));
attempt(listVoices, "");
