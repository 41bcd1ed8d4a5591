"""The language server as an editor meets it: over standard input and output, while someone writes."""

import json
import os
import pathlib
import queue
import statistics
import subprocess
import sys
import threading
import time
import unittest
import urllib.parse

from program import ANDRUM, ROOT, Whole, run, until, write
from releasable import project

PATIENCE = 10


class Editor:
    """A client of `andrum lsp`."""

    def __init__(self, root, *args, messages="no", encodings=("utf-16",), watches=True):
        command = [ANDRUM, "lsp", "--messages", messages, *map(str, args)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/")
        self.inbox, self.faults, self.registered, self.said, self.number = queue.Queue(), {}, [], [], 0
        threading.Thread(target=self._read, daemon=True).start()
        self.log = []
        threading.Thread(target=self._log, daemon=True).start()
        self.root = pathlib.Path(root)
        capabilities = {
            "general": {"positionEncodings": list(encodings)},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": watches}},
        }
        asked = {"processId": None, "rootUri": self.root.as_uri(), "capabilities": capabilities}
        self.told = self.ask("initialize", asked)
        self.tell("initialized", {})

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _log(self):
        with self.process.stderr:
            for line in self.process.stderr:
                self.log.append(line)

    def _read(self):
        with self.process.stdout as out:
            self._hear(out)

    def _hear(self, out):
        while True:
            length = 0
            while line := out.readline():
                if line == b"\r\n":
                    break
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            message = json.loads(out.read(length))
            if message.get("method") == "textDocument/publishDiagnostics":
                self.faults[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif message.get("method") == "client/registerCapability":
                self.registered.append(message["params"])
                self.send(id=message["id"], result=None)
            elif "method" in message:
                self.said.append(message)
            else:
                self.inbox.put(message)

    def tell(self, method, params):
        self.send(method=method, params=params)

    def answer(self, method, params):
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        message = self.inbox.get(timeout=PATIENCE)
        assert message["id"] == self.number, message
        return message

    def ask(self, method, params):
        message = self.answer(method, params)
        assert "error" not in message, message
        return message["result"]

    def uri(self, path):
        return (self.root / path).as_uri()

    def open(self, path, text=None):
        text = (self.root / path).read_bytes().decode() if text is None else text
        self.texts = {**getattr(self, "texts", {}), path: text}
        self.tell("textDocument/didOpen", {"textDocument": {"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text}})
        return text

    def type(self, path, text):
        self.texts[path] = text
        self.tell("textDocument/didChange", {"textDocument": {"uri": self.uri(path), "version": 2}, "contentChanges": [{"text": text}]})

    def place(self, path, words, inside=0):
        """The position of some words in a text, counted in UTF-16."""
        before = self.texts[path][: self.texts[path].index(words) + inside]
        line = before.rsplit("\n", 1)[-1]
        return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}

    def at(self, path, words, inside=0):
        return {"textDocument": {"uri": self.uri(path)}, "position": self.place(path, words, inside)}

    def until(self, holds, what):
        until(holds, what, lambda: self.faults, PATIENCE)

    def lints(self, path):
        return [fault["code"] for fault in self.faults.get(self.uri(path), [])]

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdin.close()


REST, THERE = "content/no/w01-rest.md", "content/sv/w01-rest.md"


class Editing(Whole):
    def setUp(self):
        super().setUp()
        self.root = write(self.place / "prosjekt æøå", self.project())

    def project(self):
        return project()

    def editor(self, *args, **how):
        editor = Editor(self.root, *args, **how)
        self.addCleanup(editor.close)
        return editor

    def offered(self, editor, text, words, path=REST):
        """The labels offered where some words end."""
        editor.type(path, text)
        told = editor.ask("textDocument/completion", editor.at(path, words, len(words)))
        return [item["label"] for item in told["items"]], told["items"]


class WhileWriting(Editing):
    def test_a_fault_is_told_as_it_is_typed_and_goes_when_it_is_mended(self):
        editor = self.editor()
        text = editor.open(REST)
        typed = text.replace("Kroppen trenger det.", "Kroppen 😀 trenger [[borte]].")
        editor.type(REST, typed)
        editor.until(lambda: "broken-link" in editor.lints(REST), "the fault")
        [fault] = [row for row in editor.faults[editor.uri(REST)] if row["code"] == "broken-link"]
        self.assertEqual(fault["range"]["start"], editor.place(REST, "borte"), "an emoji is two units of UTF-16")
        self.assertEqual((fault["severity"], fault["source"]), (1, "andrum"))
        self.assertIn("`borte` fører ikke noe sted", fault["message"])
        editor.type(REST, text)
        editor.until(lambda: "broken-link" not in editor.lints(REST), "the fault gone")

    def test_what_is_half_written_is_everyday(self):
        editor = self.editor()
        text = editor.open(REST)
        for half in ("", "---", "---\nid: [", text[: len(text) // 2], text.replace(":::reflection", "::::reflection"), "\0\ufffd", text):
            editor.type(REST, half)
            for method in ("hover", "definition", "completion", "prepareRename", "foldingRange", "documentSymbol"):
                message = editor.answer(f"textDocument/{method}", {"textDocument": {"uri": editor.uri(REST)}, "position": {"line": 3, "character": 7}})
                self.assertTrue("result" in message or method == "prepareRename", message)
        editor.until(lambda: not any(row["severity"] == 1 for row in editor.faults.get(editor.uri(REST), [])), "all mended")

    def test_columns_in_bytes_where_the_editor_offers_it(self):
        editor = self.editor(encodings=("utf-16", "utf-8"))
        self.assertEqual(editor.told["capabilities"]["positionEncoding"], "utf-8")
        text = editor.open(REST).replace("Kroppen trenger det.", "Æ 😀 [[borte]].")
        editor.type(REST, text)
        editor.until(lambda: "broken-link" in editor.lints(REST), "the fault")
        [fault] = [row for row in editor.faults[editor.uri(REST)] if row["code"] == "broken-link"]
        self.assertEqual(fault["range"]["start"]["character"], len("Æ 😀 [[".encode()))

    def test_windows_line_ends(self):
        editor = self.editor()
        text = editor.open(REST).replace("\n", "\r\n").replace("Kroppen trenger det.", "Se [[borte]].")
        editor.type(REST, text)
        editor.until(lambda: "broken-link" in editor.lints(REST), "the fault")
        [fault] = [row for row in editor.faults[editor.uri(REST)] if row["code"] == "broken-link"]
        self.assertEqual(fault["range"]["start"], {"line": text[: text.index("borte")].count("\n"), "character": 5})

    def test_a_fault_that_can_be_mended_is_mended_by_a_quick_fix(self):
        editor = self.editor()
        text = editor.open(REST).replace("title: Hvile", 'title: Hvile\nsumary: "Kort."')
        editor.type(REST, text)
        editor.until(lambda: "unknown-key" in editor.lints(REST), "the fault")
        at = editor.at(REST, "sumary", 2)
        actions = editor.ask("textDocument/codeAction", {**at, "range": {"start": at["position"], "end": at["position"]}, "context": {"diagnostics": []}})
        fixes = [action for action in actions if action["kind"] == "quickfix"]
        self.assertTrue(fixes, actions)
        [edit] = fixes[0]["edit"]["changes"][editor.uri(REST)]
        self.assertEqual(edit["newText"].rstrip(": "), "summary")

    def test_files_that_change_beside_the_editor(self):
        editor = self.editor()
        editor.until(lambda: editor.registered, "the wish to be told of files")
        other = "content/no/w02-later.md"
        (self.root / other).write_text((self.root / other).read_text().replace("Les når du vil.", "Se [[borte]]."))
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri(other), "type": 2}]})
        editor.until(lambda: "broken-link" in editor.lints(other), "the fault in a file that is not open")
        (self.root / other).unlink()
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri(other), "type": 3}]})
        editor.until(lambda: not editor.lints(other), "the fault gone with its file")

    def test_closing_without_saving_brings_back_what_is_on_the_disk(self):
        editor = self.editor()
        text = editor.open(REST)
        editor.type(REST, text.replace("Kroppen trenger det.", "Se [[borte]]."))
        editor.until(lambda: "broken-link" in editor.lints(REST), "the fault")
        editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri(REST)}})
        editor.until(lambda: "broken-link" not in editor.lints(REST), "the fault gone")


class WhatIsOffered(Editing):
    def test_names_where_they_may_stand(self):
        editor = self.editor()
        text = editor.open(REST)
        body = lambda words: text + f"\n\n{words}"
        front = lambda words: text.replace("title: Hvile", f"title: Hvile\n{words}")
        cases = [
            (body("Se [[w"), "Se [[w", {"w02-later", "w01-rest", "last", "tired", "crisis"}),
            (body("Se [[w01-rest#"), "[[w01-rest#", {"hvorfor-hvile", "last"}),
            (body("::exercise{ref="), "::exercise{ref=", {"breath"}),
            (body(":::ref"), "\n:::ref", {"reflection", "scale", "only", "quiz"}),
            (body("::ex"), "\n::ex", {"exercise", "include", "audio"}),
            (body(":::scale[Hvor?]{#ny "), "{#ny ", {"share", "from", "to", "every"}),
            (body(":::scale[Hvor?]{#ny share="), "{#ny share=", {"private", "therapist"}),
            (body("![En stol]("), "![En stol](", {"media/stol.svg"}),
            (front("su"), "\nsu", {"summary", "minutes", "audience"}),
            (front("audience: ["), "audience: [", {"patient", "therapist", "trainee"}),
            (text.replace("kind: theme", "kind: the"), "kind: the", {"theme", "exercise", "session"}),
        ]
        for typed, words, wanted in cases:
            labels, _ = self.offered(editor, typed, words)
            self.assertLessEqual(wanted, set(labels), words)
        labels, _ = self.offered(editor, body("Bare ord"), "Bare ord")
        self.assertEqual(labels, [])

    def test_terms_by_their_first_letters_and_by_the_words_they_stand_for(self):
        write(self.root, {"programme.yaml": (self.root / "programme.yaml").read_text() + "terms:\n  no:\n    - { use: behandler, not: [terapeut] }\n"})
        editor = self.editor()
        text = editor.open(REST)
        for typed in ("beh", "tera", "Tera"):
            labels, items = self.offered(editor, f"{text}\n\nSi det til {typed}", f"Si det til {typed}")
            self.assertEqual(labels, ["behandler"], typed)
            self.assertEqual(items[0]["filterText"], typed)

    def test_a_block_comes_with_what_it_can_not_do_without(self):
        editor = self.editor()
        text = editor.open(REST)
        _, items = self.offered(editor, text + "\n\n:::ref", "\n:::ref")
        [item] = [item for item in items if item["label"] == "reflection"]
        self.assertEqual((item["insertTextFormat"], item["textEdit"]["newText"]), (2, "reflection[${1:…}]{#${2:id} share=${3:therapist}}\n${4:…}\n:::"))

    def test_facts(self):
        editor = self.editor()
        (self.root / "programme.yaml").write_text((self.root / "programme.yaml").read_text() + "facts: { weeks: 10 }\n")
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("programme.yaml"), "type": 2}]})
        text = editor.open(REST)
        editor.ask("textDocument/hover", editor.at(REST, "title"))
        labels, _ = self.offered(editor, text + "\n\nI {{", "\nI {{")
        self.assertEqual(labels, ["facts.weeks"])

    def test_a_thousand_pages(self):
        self.root = self.place / "mange"
        subprocess.run([sys.executable, ROOT / "benches/pages.py", "andrum", self.root, "--pages", "1000", "--seed", "1"], check=True)
        editor = self.editor()
        path = sorted((self.root / "content/no").glob("*.md"))[5].relative_to(self.root)
        text = editor.open(str(path))
        times = []
        for number in range(50):
            editor.type(str(path), f"{text}\n\nSe nå {number} [[")
            began = time.perf_counter()
            told = editor.ask("textDocument/completion", editor.at(str(path), f"Se nå {number} [[", len(f"Se nå {number} [[")))
            times.append(time.perf_counter() - began)
        self.assertGreater(len(told["items"]), 500)
        median = statistics.median(times)
        print(f"  1 000 pages: completion in {median * 1000:.1f} ms, at most {max(times) * 1000:.1f}; {len(told['items'])} offers", file=sys.stderr)
        self.assertLess(median, 0.05)


class WhatIsKnown(Editing):
    def setUp(self):
        super().setUp()
        for path in (REST, THERE):
            place = self.root / path
            place.write_text(place.read_text().replace("Kroppen trenger det.", "Se [[w02-later]], [[last]] og [[w01-rest#last|det]]."))

    def test_what_a_page_and_a_task_are_and_where_they_are_used(self):
        editor = self.editor()
        editor.open(REST)
        told = editor.ask("textDocument/hover", editor.at(REST, "w02-later", 3))["contents"]["value"]
        for words in ("`w02-later` · theme", "no: Senere", "sv: Senere", "Nevnt 2 steder", REST, THERE):
            self.assertIn(words, told)
        told = editor.ask("textDocument/hover", editor.at(REST, "[[last]]", 3))["contents"]["value"]
        for words in ("`last` · reflection · share=private", "no: Når hvilte du sist? (", "sv: Når hvilte du sist? (", "`w01-rest`"):
            self.assertIn(words, told)
        self.assertIn("Who sees the answer", editor.ask("textDocument/hover", editor.at(REST, "share=private", 2))["contents"]["value"])
        self.assertIn("heading", editor.ask("textDocument/hover", editor.at(REST, "title:", 2))["contents"]["value"])

    def test_where_it_is_and_where_it_is_named(self):
        editor = self.editor()
        text = editor.open(THERE)
        places = editor.ask("textDocument/definition", editor.at(THERE, "[[last]]", 3))
        self.assertEqual([place["uri"] for place in places], [editor.uri(THERE), editor.uri(REST)], "the same language first")
        self.assertEqual(places[0]["range"]["start"], editor.place(THERE, "#last minutes", 1))
        named = editor.ask("textDocument/references", {**editor.at(THERE, "#last minutes", 2), "context": {"includeDeclaration": False}})
        self.assertEqual(sorted(place["uri"] for place in named), sorted([editor.uri(REST)] * 2 + [editor.uri(THERE)] * 2))
        files = editor.ask("textDocument/definition", editor.at(THERE, "stol.svg", 2))
        self.assertEqual(files[0]["uri"], editor.uri("content/media/stol.svg"))

    def test_a_name_is_changed_everywhere(self):
        editor = self.editor()
        editor.open(REST)
        self.assertEqual(editor.ask("textDocument/prepareRename", editor.at(REST, "[[last]]", 3))["placeholder"], "last")
        edit = editor.ask("textDocument/rename", {**editor.at(REST, "[[last]]", 3), "newName": "last-rest"})
        for path in (REST, THERE):
            place = self.root / path
            lines = place.read_text().split("\n")
            for change in sorted(edit["changes"][editor.uri(path)], key=lambda row: (row["range"]["start"]["line"], row["range"]["start"]["character"]), reverse=True):
                start, end = change["range"]["start"], change["range"]["end"]
                line = lines[start["line"]]
                lines[start["line"]] = line[: start["character"]] + change["newText"] + line[end["character"] :]
            place.write_text("\n".join(lines))
            self.assertIn("{#last-rest minutes=5", place.read_text())
            self.assertIn("[[w01-rest#last-rest|det]]", place.read_text())
        self.assertEqual(run("check", root=self.root).returncode, 0)

    def test_a_name_that_answers_hang_on_is_not_changed(self):
        lock = "lock: 1\nlanguages: [\"no\", sv]\nreleases:\n  - { version: 1.0.0, date: 2026-11-01, digest: \"0\" }\n"
        pages = "pages:\n  w01-rest: { kind: theme, unit: 1, audience: [patient], since: 1.0.0, meaning: {} }\n"
        write(self.root, {"programme.lock": lock + pages})
        editor = self.editor()
        editor.open(REST)
        answer = editor.answer("textDocument/rename", {**editor.at(REST, "w01-rest", 2), "newName": "w01-sleep"})
        self.assertIn("er utgitt", answer["error"]["message"])
        for wrong in ("Ikke bra", "w02-later"):
            answer = editor.answer("textDocument/rename", {**editor.at(REST, "[[last]]", 3), "newName": wrong})
            self.assertIn(wrong, answer["error"]["message"])
        self.assertIn("error", editor.answer("textDocument/prepareRename", editor.at(REST, "Hvil når", 2)))

    def test_outline_and_folding(self):
        editor = self.editor()
        text = editor.open(REST)
        rows = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": editor.uri(REST)}})
        self.assertEqual([row["name"] for row in rows][:3], ["Hvile", "Hvorfor hvile?", "Når hvilte du sist? #last"])
        lines = text.split("\n")
        folds = {(lines[row["startLine"]], lines[row["endLine"]]) for row in editor.ask("textDocument/foldingRange", {"textDocument": {"uri": editor.uri(REST)}})}
        self.assertIn(("---", "---"), folds)
        self.assertIn((":::reflection[Når hvilte du sist?]{#last minutes=5 share=private}", ":::"), folds)
        found = editor.ask("workspace/symbol", {"query": "sener"})
        self.assertEqual([row["containerName"] for row in found], ["w02-later", "w02-later"])

    def test_the_page_in_the_other_language(self):
        (self.root / THERE).unlink()
        editor = self.editor()
        editor.open(REST)
        zero = {"line": 0, "character": 0}
        actions = editor.ask("textDocument/codeAction", {"textDocument": {"uri": editor.uri(REST)}, "range": {"start": zero, "end": zero}, "context": {"diagnostics": []}})
        [action] = [action for action in actions if action["kind"] == "refactor"]
        self.assertEqual(action["title"], "Lag siden på Svenska")
        create, edit = action["edit"]["documentChanges"]
        self.assertEqual((create["kind"], create["uri"]), ("create", editor.uri(THERE)))
        (self.root / THERE).write_text(edit["edits"][0]["newText"])
        self.assertIn('translated: { from: "no" }', (self.root / THERE).read_text())
        done = run("check", root=self.root)
        self.assertEqual(done.returncode, 0, done.stdout)


class BeginningAndEnding(Editing):
    def test_it_ends_when_it_is_asked(self):
        for words, code in [(("shutdown", "exit"), 0), (("exit",), 1), ((), 0)]:
            editor = self.editor(watches=False)
            for word in words:
                editor.ask(word, None) if word == "shutdown" else editor.tell(word, None)
            if not words:
                editor.process.stdin.close()
            self.assertEqual(editor.process.wait(PATIENCE), code, words)

    def test_outside_a_project_it_says_so_and_stays(self):
        editor = Editor(self.place, messages="sv")
        self.addCleanup(editor.close)
        editor.until(lambda: editor.said, "what is said")
        self.assertIn("programme.yaml", editor.said[0]["params"]["message"])
        self.assertIsNone(editor.ask("textDocument/hover", {"textDocument": {"uri": (self.place / "a.md").as_uri()}, "position": {"line": 0, "character": 0}}))

    def test_files_of_others_are_left_alone(self):
        editor = self.editor()
        for uri in ((self.place / "utenfor.md").as_uri(), "untitled:Untitled-1", (self.root / "README.md").as_uri()):
            editor.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": "Se [[borte]]."}})
            self.assertIsNone(editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 5}}))
        self.assertIn("error", editor.answer("andrum/noSuchThing", {}))


if __name__ == "__main__":
    unittest.main()
