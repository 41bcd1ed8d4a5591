"""The live preview: what it shows is what a build would write, whatever moves on the disk and whoever asks."""

import ctypes
import html
import http.client
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import unicodedata
import unittest
import urllib.parse
import urllib.request

from program import ANDRUM, INTERNAL, InGit, Whole, build, copy_project, editions, files, run, until, write

PATIENCE = 10
# Longer than whatever the program waits for before it has looked at everything.
QUIET = 0.25
# What stands behind a page in the preview, and all that does.
BEHIND = re.compile(rb'<script type="application/json" id="andrum-preview">[^<]*</script><script defer src="/_andrum/preview.js"></script>')
# Of a build and no part of what readers are shown, and the worker that keeps pages for when there is no network.
NOT_SHOWN = ("bundle/", "lms/", "guide/", "record/", "release.json", "headers.json", "sw.js")

PROGRAMME = """id: prove
version: 0.1.0
title: { no: Prøve, sv: Prov }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions:
  patient: { audiences: [patient] }
  therapist: { audiences: [patient, therapist] }
schedule: { unit: week, count: 1 }
outputs: [site, bundle]
"""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{}</title></svg>'


def page(id, body="Ord.", title="Tittel", front=""):
    return f"---\nid: {id}\nkind: page\ntitle: {title}\n{front}---\n\n{body}\n"


def project():
    pages = {
        "home": page("home", "Velkommen. Se [[rest]].\n\n![En stol](media/stol.svg)\n", "Hjem"),
        "crisis": page("crisis", "Ring noen."),
        "privacy": page("privacy", "De blir på telefonen."),
        "accessibility": page("accessibility", "Si fra."),
        "rest": page("rest", "Hvil litt.", "Hvile"),
        "guide": page("guide", "Bare for behandlere.", "Veiledning", "audience: [therapist]\n"),
    }
    rows = {f"content/{language}/{id}.md": text for language in ("no", "sv") for id, text in pages.items()}
    return {"programme.yaml": PROGRAMME, "content/media/stol.svg": DRAWING.format("Stol"), **rows}


class Preview:
    """A running `andrum serve`, and a reader of its news."""

    def __init__(self, root, *args, port="0", messages="en"):
        command = [ANDRUM, "serve", "--root", root, "--port", port, "--messages", messages, *args]
        around = {**os.environ, "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=around, cwd="/")
        self.said = []
        threading.Thread(target=self._hear, daemon=True).start()
        address = self.process.stdout.readline().strip()
        if not address:
            self.process.wait()
            time.sleep(0.1)
            raise AssertionError(f"it did not start: {''.join(self.said)}")
        self.port = int(address.rstrip("/").rsplit(":", 1)[1])
        self.news, self.heard = [], 0
        threading.Thread(target=self._follow, daemon=True).start()
        self.until(lambda: self.news, "the first news")

    def _hear(self):
        with self.process.stderr:
            for line in self.process.stderr:
                self.said.append(line)

    def _follow(self):
        with self.opened() as stream, stream.makefile("rb") as lines:
            stream.sendall(f"GET /_andrum/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            for line in lines:
                if line.startswith(b"data:"):
                    self.heard = time.monotonic()
                    self.news.append(json.loads(line[5:]))

    def opened(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def ask(self, path, method="GET", **headers):
        """Status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def text(self, path):
        return self.ask(path)[2].decode()

    def bar(self, path):
        return json.loads(self.text(f"/_andrum/bar?at={path}"))

    def until(self, holds, what):
        until(holds, what, lambda: "".join(self.said[-20:]), PATIENCE)

    def raw(self, request):
        """What comes back for bytes as they are, until the connection ends or nothing more comes."""
        with self.opened() as stream:
            stream.settimeout(0.3)
            answer = b""
            try:
                stream.sendall(request)
                while some := stream.recv(65536):
                    answer += some
            except (BrokenPipeError, ConnectionResetError, TimeoutError):
                pass
            return answer

    def settled(self, quiet=QUIET):
        """Waits until nothing has come for a while; returns how many states there have been."""
        began = time.monotonic()
        while time.monotonic() - max(began, self.heard) < quiet:
            time.sleep(0.01)
        return len(self.news)

    def faults_told(self):
        """Faults that were told at the terminal so far."""
        return sum("error[" in line for line in self.said)

    def held(self):
        """MiB of memory, and open files."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        memory = int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
        return memory, len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def end(self, how=signal.SIGINT, within=PATIENCE):
        began = time.monotonic()
        self.process.send_signal(how)
        code = self.process.wait(within)
        return code, time.monotonic() - began


class Live(Whole):
    """A test of a project of its own that is being served."""

    def setUp(self):
        super().setUp()
        self.root = write(self.place / "prosjekt æøå", self.project())

    def project(self):
        return project()

    def serve(self, *args, **how):
        preview = Preview(self.root, *args, **how)
        self.addCleanup(preview.close)
        return preview

    def streams(self, preview, count):
        """Connections that are closed with the test."""
        streams = [preview.opened() for _ in range(count)]
        for stream in streams:
            self.addCleanup(stream.close)
        return streams

    def write(self, path, content):
        write(self.root, {path: content})

    def is_as_built(self, preview):
        """Waits until every file of every edition is what a fresh build writes, to the byte."""
        out = self.place / "ut"
        shutil.rmtree(out, ignore_errors=True)
        build(self.root, out)
        [status] = [folder for folder in (out / INTERNAL).iterdir() if folder.is_dir()]
        folders = [*editions(out), (INTERNAL, status)]
        wanted = {f"/{name}/{path}": bytes for name, folder in folders for path, bytes in files(folder).items() if not path.startswith(NOT_SHOWN)}
        others = dict(wanted)
        end = time.monotonic() + PATIENCE
        while others and time.monotonic() < end:
            others = {path: bytes for path, bytes in others.items() if not self.shown_as(preview, path, bytes)}
        # What was right on the way may have become wrong.
        self.none([path for path, bytes in wanted.items() if not self.shown_as(preview, path, bytes)], "files are not as built")
        self.assertGreater(len(wanted), 20)
        return len(wanted)

    def shown_as(self, preview, path, bytes):
        status, _, body = preview.ask(path)
        behind = body[len(bytes) :]
        return status == 200 and body[: len(bytes)] == bytes and (BEHIND.fullmatch(behind) is not None if path.endswith(".html") else not behind)


class WhatIsShown(Live):
    def test_everything_is_as_a_build_would_write_it(self):
        self.counted(self.is_as_built(self.serve()), "files as built")

    def test_the_repositorys_own_programme_is_shown_whole_and_no_link_leads_nowhere(self):
        self.root = copy_project(self.place / "eget program æøå")
        preview = self.serve()
        self.counted(self.is_as_built(preview), "files as built")
        waiting = [f"/{name}/" for name in ("patient", "therapist", "trainer", "course", INTERNAL)]
        seen, nowhere = set(waiting), []
        while waiting:
            path = waiting.pop()
            status, headers, body = preview.ask(path)
            if status not in (200, 302):
                nowhere.append(path)
            text = body.decode() if headers.get("content-type", "").startswith("text/html") else ""
            for link in set(re.findall(r'(?:href|src|poster)="([^"]+)"', text)):
                there = urllib.parse.urlsplit(urllib.parse.urljoin(f"http://here{path}", html.unescape(link)))
                if there.netloc == "here" and there.path not in seen:
                    seen.add(there.path)
                    waiting.append(there.path)
        self.none(nowhere, "links lead nowhere")
        self.assertGreater(len(seen), 500)
        self.counted(len(seen), "addresses that are there")

    def test_the_first_page_is_the_first_editions_in_the_authors_language(self):
        for messages, language in [("no", "no"), ("sv", "sv"), ("en", "no")]:
            status, headers, _ = self.serve(messages=messages).ask("/")
            self.assertEqual((status, headers["location"]), (302, f"/patient/{language}/index.html"))

    def test_folders_lead_to_their_first_page(self):
        preview = self.serve()
        for path in ("/patient/no/rest/", "/patient/no/", "/patient/", f"/{INTERNAL}/"):
            self.assertEqual(preview.ask(path)[0], 200, path)
        # Links on a page are from its folder, so an address without the last slash is led to the one that has it.
        for path in ("/patient/no/rest", "/patient/no", "/patient", f"/{INTERNAL}"):
            status, headers, _ = preview.ask(path)
            self.assertIn(status, (301, 302, 307, 308), path)
            self.assertEqual(headers["location"], f"{path}/")

    def test_a_draft_is_shown_here_and_in_no_build(self):
        self.write("content/no/draft.md", page("draft", "Ikke ferdig.", front="draft: true\n"))
        preview = self.serve()
        self.assertIn("Ikke ferdig.", preview.text("/patient/no/draft/"))
        self.assertTrue(any("draft" in fact["value"] for fact in preview.bar("patient/no/draft/index.html")["page"]["facts"]))

    def test_no_edition_shows_what_is_for_others(self):
        preview = self.serve()
        self.assertEqual(preview.ask("/patient/no/guide/")[0], 404)
        self.assertEqual(preview.ask("/therapist/no/guide/")[0], 200)

    def test_headers_are_those_that_a_host_should_send(self):
        out = self.place / "ut"
        build(self.root, out)
        [wanted] = [json.loads((folder / "headers.json").read_text())["/*"] for name, folder in editions(out) if name == "patient"]
        _, sent, _ = self.serve().ask("/patient/no/rest/")
        for name, value in wanted.items():
            self.assertEqual(sent[name.lower()], value.replace("frame-ancestors 'none'", "frame-ancestors 'self'"), name)

    def test_pictures_come_whole_and_in_parts(self):
        preview = self.serve()
        [path] = {part.split('"')[0] for part in preview.text("/patient/no/").split('src="../')[1:] if part.startswith("media/")}
        status, headers, body = preview.ask(f"/patient/{path}")
        self.assertEqual((status, headers["content-type"], body.decode()), (200, "image/svg+xml", DRAWING.format("Stol")))
        status, headers, body = preview.ask(f"/patient/{path}", Range="bytes=5-9")
        self.assertEqual((status, body.decode()), (206, DRAWING.format("Stol")[5:10]))
        self.assertEqual((headers["content-type"], headers["content-range"]), ("image/svg+xml", f"bytes 5-9/{len(DRAWING.format('Stol'))}"))
        self.assertEqual(preview.ask(f"/patient/{path}", Range="bytes=9999-")[0], 416)
        self.assertEqual(preview.ask(f"/patient/{path}", "HEAD")[2], b"")

    def test_no_answer_is_held_back_on_a_connection_that_is_kept(self):
        preview = self.serve()
        [picture] = set(re.findall(r'src="\.\./(media/[^"]+)"', preview.text("/patient/no/")))
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
        self.addCleanup(connection.close)
        times = []
        for _ in range(20):
            began = time.perf_counter()
            connection.request("GET", f"/patient/{picture}")
            self.assertEqual(connection.getresponse().read().decode(), DRAWING.format("Stol"))
            times.append(time.perf_counter() - began)
        self.assertLess(statistics.median(times), 0.02)

    def test_a_page_that_is_as_it_was_is_not_sent_again(self):
        preview = self.serve()
        tag = preview.ask("/patient/no/rest/")[1]["etag"]
        self.assertEqual(preview.ask("/patient/no/rest/", If_None_Match=tag)[0], 304)
        self.write("content/no/rest.md", page("rest", "Hvil mer.", "Hvile"))
        preview.until(lambda: preview.ask("/patient/no/rest/", If_None_Match=tag)[0] == 200, "the changed page")


class WhoAsks(Live):
    def test_other_names_for_this_machine_are_refused(self):
        preview = self.serve()
        own = preview.port
        for host in ("evil.example", f"evil.example:{own}", f"127.0.0.1:{own + 1}", "localhost", f"127.0.0.1.evil.example:{own}", ""):
            status, _, body = preview.ask("/patient/no/rest/", Host=host)
            self.assertEqual(status, 421, host)
            self.assertNotIn(b"Hvil", body)
        for host in (f"127.0.0.1:{own}", f"localhost:{own}", f"LOCALHOST:{own}", f"[::1]:{own}"):
            self.assertEqual(preview.ask("/patient/no/rest/", Host=host)[0], 200, host)

    def test_whoever_says_no_name_or_two_is_refused(self):
        preview = self.serve()
        own = f"Host: 127.0.0.1:{preview.port}".encode()
        asked = {
            "none": b"GET /patient/no/rest/ HTTP/1.1\r\nConnection: close\r\n\r\n",
            "none, as of old": b"GET /patient/no/rest/ HTTP/1.0\r\n\r\n",
            "another first": b"GET /patient/no/rest/ HTTP/1.1\r\nHost: evil.example\r\n" + own + b"\r\nConnection: close\r\n\r\n",
            "a byte that is no letter": b"GET /patient/no/rest/ HTTP/1.1\r\nHost: 127.0.0.1\xff\r\nConnection: close\r\n\r\n",
            "another in the address": b"GET http://evil.example/patient/no/rest/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            "news for another": b"GET /_andrum/events HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        }
        for name, request in asked.items():
            answer = preview.raw(request)
            self.assertRegex(answer.split(b"\r\n")[0], rb"^HTTP/1\.[01] 4(21|00) ", name)
            self.none([word for word in (b"Hvil", b"data:") if word in answer], f"told: {name}")

    def test_what_is_no_request_breaks_nothing(self):
        preview = self.serve()
        host = f" HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nConnection: close\r\n\r\n".encode()
        odd = [
            b"\0" * 1000, b"\x16\x03\x01\x02\x00\x01\x00", b"GET /" + b"a" * 1_000_000 + host, b"GET /%ff%fe/%c3%28" + host, b"GET /\xc3\xa5/" + host,
            b"GET *" + host, b"GET" + host, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
            b"GET /_andrum/bar?at=%" + host, b"GET /_andrum/bar?at=" + b"%2e%2e/" * 500 + host, b"GET /_andrum/bar" + host, b"GET /_andrum/beside/%00/%ff" + host,
        ]
        for request in odd:
            preview.raw(request)
        self.assertEqual(preview.ask("/patient/no/rest/")[0], 200)
        self.assertNotIn("panicked", "".join(preview.said))

    def test_a_picture_that_becomes_a_link_out_of_the_project_is_not_followed(self):
        preview = self.serve()
        [path] = set(re.findall(r'src="\.\./(media/[^"]+)"', preview.text("/patient/no/")))
        (self.place / "hemmelig.svg").write_text("hemmelig")
        (self.root / "content/media/stol.svg").unlink()
        os.symlink(self.place / "hemmelig.svg", self.root / "content/media/stol.svg")
        preview.until(lambda: preview.bar("patient/no/index.html")["errors"], "the fault")
        self.assertNotIn(b"hemmelig", preview.ask(f"/patient/{path}")[2])

    def test_nothing_is_taken_from_anyone(self):
        preview = self.serve()
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            self.assertEqual(preview.ask("/patient/no/rest/", method)[0], 405, method)
        status, headers, body = preview.ask("/patient/no/rest/", "HEAD")
        self.assertEqual((status, body), (200, b""))

    def test_no_address_leads_out_of_the_project(self):
        (self.place / "hemmelig.html").write_text("hemmelig")
        preview = self.serve()
        odd = [
            "/../hemmelig.html", "/patient/../../hemmelig.html", "/patient/%2e%2e/%2e%2e/hemmelig.html", "/patient/..%2f..%2fhemmelig.html",
            "/patient/no/..\\..\\hemmelig.html", "/patient/%00/index.html", "/patient/%zz/%", "/patient/media/../../programme.yaml",
            "/programme.yaml", "/content/no/rest.md", "/patient/content/no/rest.md", f"/patient/{'a' * 9000}/", "/_andrum/../content/no/rest.md",
            "/_andrum/beside/patient/../rest", "/_andrum/beside/nobody/rest", "/_andrum/nothing", "//evil.example/", "/patient//no//rest/",
        ]
        for path in odd:
            status, _, body = preview.ask(path)
            self.assertIn(status, (404, 400, 414), path)
            self.assertNotIn(b"hemmelig</", body)
            self.assertNotIn(b"audiences:", body)
        self.assertEqual(preview.ask("/patient/no/rest/")[0], 200)

    def test_only_this_machine_can_ask(self):
        preview = self.serve()
        rows = [line.split() for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
        listening = {row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{preview.port:04X}")}
        self.assertEqual(listening, {f"0100007F:{preview.port:04X}"})
        rows = [line.split() for line in pathlib.Path("/proc/net/tcp6").read_text().splitlines()[1:]]
        self.assertEqual([row for row in rows if row[3] == "0A" and row[1].endswith(f":{preview.port:04X}")], [])
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.2", preview.port), timeout=1)

    def test_a_port_in_use_says_which_to_try(self):
        preview = self.serve()
        done = run("serve", "--port", preview.port, root=self.root)
        self.assertEqual(done.returncode, 2, done.stderr)
        free = int(done.stderr.rsplit("--port ", 1)[1].split(".")[0])
        self.assertEqual(self.serve(port=str(free)).port, free)

    def test_port_0_is_any_that_is_free(self):
        one, two = self.serve(port="0"), self.serve(port="0")
        self.assertEqual(len({0, one.port, two.port}), 3)
        self.assertEqual([preview.ask("/patient/no/rest/")[0] for preview in (one, two)], [200, 200])

    def test_outside_a_project_there_is_nothing_to_serve(self):
        self.assertEqual(run("serve", root=self.place).returncode, 2)

    def test_many_readers_slow_and_broken_ones_among_them(self):
        preview = self.serve()
        memory, open_files = preview.held()
        request = f"GET /_andrum/events HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
        readers, idle, stalled = [], [], []
        for number, stream in enumerate(self.streams(preview, 200)):
            if number % 4 == 3:
                stream.sendall(request[: 20 + number % 30])
                stalled.append(stream)
            else:
                stream.sendall(request)
                (readers if number % 4 < 2 else idle).append(stream)
        for stream in idle[::2]:
            # Gone without a word.
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            stream.close()
        for stream in readers:
            stream.recv(65536)
        times = []
        for _ in range(20):
            began = time.perf_counter()
            self.assertEqual(preview.ask("/patient/no/rest/")[0], 200)
            times.append(time.perf_counter() - began)
        self.write("content/no/rest.md", page("rest", "Hvil mer.", "Hvile"))
        began = time.perf_counter()
        for stream in readers:
            stream.settimeout(PATIENCE)
            data = b""
            while b"data:" not in data:
                data += stream.recv(65536)
        told = time.perf_counter() - began
        print(f"  200 streams: a page in {statistics.median(times) * 1000:.1f} ms, the last of {len(readers)} told after {told * 1000:.0f} ms", file=sys.stderr)
        self.assertLess(statistics.median(times), 0.1)
        self.assertLess(told, 1)
        for stream in readers + idle + stalled:
            stream.close()
        # A stream is noticed to be gone when something is next told.
        self.write("content/no/rest.md", page("rest", "Hvil enda mer.", "Hvile"))
        preview.until(lambda: preview.held()[1] <= open_files + 3, "files closed")
        self.assertLess(preview.held()[0], memory + 60)

    def test_it_ends_when_asked_whoever_is_still_there(self):
        self.write("content/media/film.mp4", bytes(20_000_000))
        for language in ("no", "sv"):
            self.write(f"content/{language}/home.md", page("home", "Velkommen. [Film](media/film.mp4)\n\n![En stol](media/stol.svg)", "Hjem"))
        late = []
        for how in (signal.SIGINT, signal.SIGTERM):
            for who in ("streams", "half a request", "a film that is not read on"):
                preview = self.serve()
                host = f"Host: 127.0.0.1:{preview.port}\r\n\r\n"
                [film] = set(re.findall(r"media/\w+\.mp4", preview.text("/patient/no/")))
                for stream in self.streams(preview, 20 if who == "streams" else 1):
                    stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                    asked = {"streams": f"GET /_andrum/events HTTP/1.1\r\n{host}", "half a request": "GET /patient/no/ HT"}
                    stream.sendall(asked.get(who, f"GET /patient/{film} HTTP/1.1\r\n{host}").encode())
                    if who != "half a request":
                        stream.recv(1000)
                try:
                    code, _ = preview.end(how, within=1.5)
                    self.assertEqual(code, 0, f"{who}, {how}")
                except subprocess.TimeoutExpired:
                    late.append(f"{who}, {how.name}")
        self.none(late, "times it did not end")

    def test_it_leaves_nothing_behind_however_it_ends(self):
        before = files(self.root)
        for how in (signal.SIGINT, signal.SIGKILL):
            preview = self.serve()
            preview.ask("/patient/no/rest/")
            preview.ask(f"/{INTERNAL}/")
            preview.end(how)
        self.assertEqual(files(self.root), before)

    def test_a_terminal_that_is_gone_is_no_end(self):
        for pipes in (["stdout"], ["stderr"], ["stdout", "stderr"]):
            with self.subTest(pipes):
                command = [ANDRUM, "serve", "--root", str(self.root), "--port", "0"]
                process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/")
                self.addCleanup(process.wait)
                self.addCleanup(process.kill)
                address = process.stdout.readline().strip()
                for name in ("stdout", "stderr"):
                    self.addCleanup(getattr(process, name).close)
                for name in pipes:
                    getattr(process, name).close()
                for words in ("En gang.", "To ganger.", "Tre ganger."):
                    self.write("content/no/rest.md", page("rest", words, "Hvile"))
                    end = time.monotonic() + 3
                    shown = ""
                    while words not in shown and time.monotonic() < end:
                        self.assertIsNone(process.poll())
                        with urllib.request.urlopen(f"{address}patient/no/rest/") as answer:
                            shown = answer.read().decode()
                    self.assertIn(words, shown)


class WhatMoves(Live):
    def changed(self, preview, count=1):
        """Waits for so many states beyond those there were, and no more."""
        states = preview.settled()
        self.assertEqual(states - self.before, count, preview.said[-5:])
        self.before = states

    def begun(self, *args):
        preview = self.serve(*args)
        self.before = preview.settled()
        return preview

    def shows(self, preview, path, words):
        preview.until(lambda: words in preview.text(path), f"{words} at {path}")

    def test_ways_in_which_editors_save(self):
        preview = self.begun()
        place = self.root / "content/no/rest.md"
        text = page("rest", "Lagret én gang.", "Hvile")
        place.write_text(text)
        self.changed(preview)
        # Vim and many others: another file takes its place; a copy of the old one stays behind.
        (place.parent / "rest.md~").write_text(text)
        (place.parent / ".rest.md.swp").write_bytes(b"\0vim")
        (place.parent / "4913").write_text("")
        (place.parent / "4913").unlink()
        beside = place.parent / ".rest.md.tmp"
        beside.write_text(text.replace("én", "to"))
        os.replace(beside, place)
        self.changed(preview)
        self.shows(preview, "/patient/no/rest/", "Lagret to gang.")
        # In two halves.
        with open(place, "w") as file:
            file.write(text[:30])
            file.flush()
            time.sleep(0.003)
            file.write(text[30:])
        self.changed(preview)
        self.shows(preview, "/patient/no/rest/", "Lagret én gang.")
        # Vim tries whether it may write there; the machine is slow.
        (place.parent / "4913").write_text("")
        time.sleep(0.05)
        (place.parent / "4913").unlink()
        place.write_text(text.replace("én", "to"))
        self.changed(preview)
        place.write_text(text)
        self.changed(preview)
        # Out of the way, the new one in, the old one gone; and a tool that writes beside and renames.
        new, old = place.with_name("rest.md___jb_tmp___"), place.with_name("rest.md___jb_old___")
        new.write_text(text.replace("én", "tre"))
        os.rename(place, old)
        os.rename(new, place)
        old.unlink()
        self.changed(preview)
        self.shows(preview, "/patient/no/rest/", "Lagret tre gang.")
        subprocess.run(["sed", "-i", "s/tre/fire/", str(place)], check=True)
        self.changed(preview)
        self.shows(preview, "/patient/no/rest/", "Lagret fire gang.")
        self.assertEqual(preview.faults_told(), 0)

    def test_no_fault_is_told_of_a_file_that_is_being_written(self):
        preview = self.begun()
        for pause in (0.002, 0.005, 0.02):
            for number in range(4):
                text = page("rest", f"Etter {pause * 1000:.0f} ms, {number}. " + "Ord. " * 200, "Hvile")
                with open(self.root / "content/no/rest.md", "w") as file:
                    file.write(text[:12])
                    file.flush()
                    time.sleep(pause)
                    file.write(text[12:])
                self.shows(preview, "/patient/no/rest/", f"Etter {pause * 1000:.0f} ms, {number}.")
            self.assertEqual(preview.faults_told(), 0, f"a pause of {pause * 1000:.0f} ms")

    def test_what_says_the_same_makes_nothing_anew(self):
        preview = self.begun()
        place = self.root / "content/no/rest.md"
        text = place.read_text()
        place.write_text(text)
        os.utime(place)
        os.chmod(place, 0o600)
        (self.root / "content/no/#rest.md#").write_text("emacs")
        (self.root / "dist").mkdir()
        (self.root / "dist/page.html").write_text("bygd")
        (self.root / "README.md").write_text("Les meg")
        place.read_text()
        self.changed(preview, 0)

    def test_nothing_comes_of_nothing(self):
        self.write("content/media/film.mp4", bytes(30_000_000))
        preview = self.begun()

        def has_read():
            rows = pathlib.Path(f"/proc/{preview.process.pid}/io").read_text().splitlines()
            return int(next(row.split()[1] for row in rows if row.startswith("rchar")))

        before = has_read()
        time.sleep(3)
        self.changed(preview, 0)
        self.assertLess(has_read() - before, 1_000_000, "it reads files though nothing tells of a change")
        # The first look after the film has become old reads it, and no other does.
        for words in ("En gang.", "To ganger.", "Tre ganger."):
            before = has_read()
            self.write("content/no/rest.md", page("rest", words, "Hvile"))
            self.shows(preview, "/patient/no/rest/", words)
            self.changed(preview)
        self.assertLess(has_read() - before, 1_000_000, "it reads a film again that is as it was")
        # Another of the same length in its place.
        self.write("content/media/film.mp4", bytes(29_999_999) + b"1")
        self.changed(preview)

    def test_pages_that_come_change_their_names_and_go(self):
        preview = self.begun()
        self.write("content/no/ny.md", page("ny", "Helt ny."))
        self.shows(preview, "/patient/no/ny/", "Helt ny.")
        os.rename(self.root / "content/no/ny.md", self.root / "content/no/nyere æøå.md")
        self.is_as_built(preview)
        (self.root / "content/no/nyere æøå.md").unlink()
        preview.until(lambda: preview.ask("/patient/no/ny/")[0] == 404, "the page gone")
        self.is_as_built(preview)

    def test_folders_that_come_change_their_names_and_go(self):
        preview = self.begun()
        made = self.place / "ferdig"
        write(made, {f"a/b/c/side{number}.md": page(f"side{number}", f"Side {number}.") for number in range(5)})
        shutil.copytree(made, self.root / "content/no/mappe")
        self.shows(preview, "/patient/no/side4/", "Side 4.")
        os.rename(self.root / "content/no/mappe", self.root / "content/no/annen mappe")
        preview.settled()
        self.write("content/no/annen mappe/a/b/c/side4.md", page("side4", "Etter flyttingen."))
        self.shows(preview, "/patient/no/side4/", "Etter flyttingen.")
        os.rename(self.root / "content/no/annen mappe", self.place / "borte")
        preview.until(lambda: preview.ask("/patient/no/side4/")[0] == 404, "the folder gone")
        os.rename(self.place / "borte", self.root / "content/no/tilbake")
        self.shows(preview, "/patient/no/side4/", "Etter flyttingen.")
        self.is_as_built(preview)
        shutil.rmtree(self.root / "content/no/tilbake")
        preview.until(lambda: preview.ask("/patient/no/side0/")[0] == 404, "the folder deleted")
        self.is_as_built(preview)

    def test_a_name_as_a_mac_spells_it_is_mended_by_its_name_alone(self):
        for folder, ending, content in (("no", "md", page("sleep", "Sov.")), ("media", "svg", DRAWING.format("Bål"))):
            with self.subTest(ending):
                name = f"content/{folder}/bål.{ending}"
                decomposed = unicodedata.normalize("NFD", name)
                self.write(decomposed, content)
                preview = self.begun()
                self.assertEqual(preview.bar("patient/no/index.html")["errors"], 1)
                os.rename(self.root / decomposed, self.root / name)
                if ending == "svg":
                    preview.settled()
                    self.write("content/no/home.md", page("home", "![Bål](media/bål.svg)\n\n![En stol](media/stol.svg)", "Hjem"))
                    self.write("content/sv/home.md", page("home", "![Bål](media/bål.svg)\n\n![En stol](media/stol.svg)", "Hjem"))
                preview.until(lambda: not preview.bar("patient/no/index.html")["errors"], "the fault gone")
                self.is_as_built(preview)

    def test_names_as_a_mac_spells_them_and_links_out_of_the_project(self):
        preview = self.begun()
        name = unicodedata.normalize("NFD", "søvn på sjøen.md")
        self.write(f"content/no/{name}", page("sleep", "Sov godt."))
        preview.until(lambda: preview.bar("patient/no/index.html")["errors"], "the fault")
        [fault] = [row for row in preview.bar("patient/no/index.html")["faults"] if row["level"] == "error"]
        self.assertEqual((fault["lint"], fault["file"]), ("path-not-nfc", f"content/no/{unicodedata.normalize('NFC', name)}"))
        os.rename(self.root / "content/no" / name, self.root / "content/no/sovn.md")
        self.shows(preview, "/patient/no/sleep/", "Sov godt.")
        (self.root / "content/no/sovn.md").unlink()
        preview.until(lambda: preview.ask("/patient/no/sleep/")[0] == 404, "the page gone")
        (self.place / "utenfor.md").write_text(page("outside", "Utenfor."))
        os.symlink(self.place / "utenfor.md", self.root / "content/no/ut.md")
        preview.until(lambda: preview.bar("patient/no/home/index.html")["errors"] == 1, "the fault")
        self.assertEqual(preview.ask("/patient/no/outside/")[0], 404)
        (self.root / "content/no/ut.md").unlink()
        self.is_as_built(preview)

    def test_roots_that_vanish_and_come_again(self):
        preview = self.begun()
        for name in ("content", "programme.yaml"):
            os.rename(self.root / name, self.place / "bort")
            preview.until(lambda: preview.bar("patient/no/index.html")["errors"] > 0 or preview.ask("/patient/no/rest/")[0] == 404, f"{name} gone")
            os.rename(self.place / "bort", self.root / name)
            self.is_as_built(preview)
            self.write("content/no/rest.md", page("rest", f"Etter {name}.", "Hvile"))
            self.shows(preview, "/patient/no/rest/", f"Etter {name}.")
        # A whole new folder in its place, as a checkout makes it.
        shutil.copytree(self.root / "content", self.place / "kopi")
        shutil.rmtree(self.root / "content")
        shutil.copytree(self.place / "kopi", self.root / "content")
        preview.settled()
        self.write("content/no/rest.md", page("rest", "I en ny mappe.", "Hvile"))
        self.shows(preview, "/patient/no/rest/", "I en ny mappe.")
        self.is_as_built(preview)

    def test_the_projects_own_folder_is_moved_away_and_back(self):
        preview = self.begun()
        os.rename(self.root, self.place / "flyttet")
        time.sleep(3)
        self.assertEqual(preview.ask("/patient/no/rest/")[0], 200)
        self.assertLessEqual(sum("andrum:" in line for line in preview.said), 1, "the same is said again and again")
        os.rename(self.place / "flyttet", self.root)
        time.sleep(1.5)
        self.write("content/no/rest.md", page("rest", "Hjemme igjen.", "Hvile"))
        self.shows(preview, "/patient/no/rest/", "Hjemme igjen.")
        # Another copy of it in its place, as a new clone is.
        os.rename(self.root, self.place / "flyttet")
        shutil.copytree(self.place / "flyttet", self.root)
        time.sleep(1.5)
        self.write("content/no/rest.md", page("rest", "I en kopi.", "Hvile"))
        self.shows(preview, "/patient/no/rest/", "I en kopi.")
        self.is_as_built(preview)

    def test_another_folder_comes_where_the_projects_folder_lies(self):
        self.root = write(self.place / "ytre" / "prosjekt", {**project(), "themes/les.txt": "", "i18n/les.txt": ""})
        preview = self.begun()
        os.rename(self.place / "ytre", self.place / "gammel")
        shutil.copytree(self.place / "gammel", self.place / "ytre")
        time.sleep(1.5)
        self.write("content/no/rest.md", page("rest", "I en annen mappe.", "Hvile"))
        self.shows(preview, "/patient/no/rest/", "I en annen mappe.")

    def test_the_programmes_file_is_another(self):
        preview = self.begun()
        more = PROGRAMME.replace("schedule:", "  trainer: { audiences: [patient, therapist, trainer] }\nschedule:").replace("Prøve", "Nytt navn")
        beside = self.root / "programme.yaml.tmp"
        beside.write_text(more)
        os.replace(beside, self.root / "programme.yaml")
        self.shows(preview, "/trainer/no/", "Nytt navn")
        self.is_as_built(preview)
        (self.root / "programme.yaml").unlink()
        preview.until(lambda: preview.bar("patient/no/index.html")["errors"], "the fault")
        self.assertIn("Nytt navn", preview.text("/patient/no/"))
        self.write("programme.yaml", PROGRAMME)
        preview.until(lambda: preview.ask("/trainer/no/")[0] == 404, "the edition gone")
        self.is_as_built(preview)

    def test_a_picture_or_font_of_the_theme_makes_pages_others(self):
        preview = self.serve()
        seen = lambda: {key: preview.bar("patient/no/rest/index.html")[key] for key in ("tag", "styles")}
        before = seen()
        self.write("themes/default/assets/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
        preview.until(lambda: seen()["tag"] != before["tag"], "another page")
        self.assertEqual(seen()["styles"], before["styles"])
        self.is_as_built(preview)

    def test_words_and_themes_that_are_made_while_it_runs(self):
        preview = self.begun()
        self.write("i18n/no/site.ftl", "home = Aller først\n")
        self.shows(preview, "/patient/no/rest/", "Aller først")
        self.write("themes/default/pager.html", "<p>Egen linje</p>")
        self.shows(preview, "/patient/no/rest/", "Egen linje")
        self.write("themes/default/assets/style.css/9-own.css", "main { outline: 3px solid }")
        preview.until(lambda: "outline" in preview.text("/patient/assets/style.css"), "the style")
        shutil.rmtree(self.root / "themes")
        shutil.rmtree(self.root / "i18n")
        preview.until(lambda: "Egen linje" not in preview.text("/patient/no/rest/"), "the program's own theme")
        self.is_as_built(preview)

    def test_a_picture_that_changes(self):
        preview = self.begun()
        before = preview.text("/patient/no/")
        self.write("content/media/stol.svg", DRAWING.format("En annen stol"))
        preview.until(lambda: preview.text("/patient/no/") != before, "another address")
        self.is_as_built(preview)

    def test_a_burst_is_two_states_at_most(self):
        for number in range(24):
            self.write(f"content/no/side{number}.md", page(f"side{number}", "Før."))
        preview = self.begun()
        for number in range(24):
            self.write(f"content/no/side{number}.md", page(f"side{number}", "Etter."))
            time.sleep(0.004)
        states = preview.settled() - self.before
        print(f"  24 pages saved: {states} states", file=sys.stderr)
        self.assertIn(states, (1, 2))
        self.shows(preview, "/patient/no/side23/", "Etter.")

    def test_a_file_system_that_tells_of_nothing(self):
        preview = self.begun("--poll")
        self.write("content/no/rest.md", page("rest", "Sett etter.", "Hvile"))
        write(self.root / "content/no/ny mappe/a/b", {"ny.md": page("ny", "Dypt nede.")})
        self.shows(preview, "/patient/no/rest/", "Sett etter.")
        self.shows(preview, "/patient/no/ny/", "Dypt nede.")
        shutil.rmtree(self.root / "content/no/ny mappe")
        preview.until(lambda: preview.ask("/patient/no/ny/")[0] == 404, "the page gone")
        self.is_as_built(preview)

    def test_a_system_that_has_no_more_to_watch_with(self):
        libc = ctypes.CDLL(None)
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, limits)
        resource.setrlimit(resource.RLIMIT_NOFILE, (limits[1], limits[1]))
        taken = []
        while (one := libc.inotify_init()) >= 0:
            taken.append(one)
        try:
            preview = self.begun()
        finally:
            for one in taken:
                os.close(one)
        preview.until(lambda: any("once a second" in line for line in preview.said), "what is said of it")
        self.write("content/no/rest.md", page("rest", "Sett etter likevel.", "Hvile"))
        self.shows(preview, "/patient/no/rest/", "Sett etter likevel.")

    def test_memory_is_steady(self):
        preview = self.begun()
        def edit(number):
            states = len(preview.news)
            self.write("content/no/rest.md", page("rest", f"Ord nummer {number}.", "Hvile"))
            preview.until(lambda: len(preview.news) > states, "the next state")
            preview.ask("/patient/no/rest/")
        for number in range(40):
            edit(number)
        memory, open_files = preview.held()
        for number in range(40, 300):
            edit(number)
        after, still_open = preview.held()
        print(f"  {memory:.1f} MiB after 40 states, {after:.1f} after 300", file=sys.stderr)
        self.assertLess(after, memory + 8)
        self.assertLessEqual(still_open, open_files + 2)


class AManyPagedProject(InGit):
    def test_a_checkout_of_a_thousand_files(self):
        def pages(name):
            """Pages that lead to one another, so that half of them are wrong without the rest."""
            return {f"content/no/s/{name}{n}.md": page(f"{name}{n}", f"Se [[{name}{n * 37 % 500}]].") for n in range(500)}

        self.root = write(self.place / "prosjekt", {**project(), **pages("a")})
        self.commit("Før")
        self.git("branch", "forgrenet")
        shutil.rmtree(self.root / "content/no/s")
        write(self.root, pages("b"))
        self.commit("Etter")
        preview = Preview(self.root)
        self.addCleanup(preview.close)
        before = preview.settled(1)
        self.git("checkout", "-q", "forgrenet")
        preview.until(lambda: preview.ask("/patient/no/a499/")[0] == 200, "the other branch")
        states = preview.settled(1) - before
        print(f"  500 files gone and 500 come: {states} states, {preview.faults_told()} faults told on the way", file=sys.stderr)
        self.assertLessEqual(states, 3)
        self.assertEqual([preview.ask(f"/patient/no/{name}{n}/")[0] for name in "ab" for n in range(0, 500, 25)], [200] * 20 + [404] * 20)
        self.assertEqual(preview.faults_told(), 0, "what is half there is no fault")


class WhatIsWrong(Live):
    def unreadable(self):
        """Files that can't be read at all, by name, and how each comes to be; gone with the test."""

        def too_long():
            with open(self.root / "content/media/film.mp4", "wb") as file:
                file.truncate(5 << 30)

        yield "programme.lock", lambda: self.write("programme.lock", "lock: 1\npages: [")
        yield "content/media/film.mp4", too_long

    def test_a_fault_keeps_the_page_and_says_where(self):
        preview = self.serve(messages="no")
        self.write("content/no/rest.md", page("rest", "Se [[borte]].", "Hvile"))
        preview.until(lambda: preview.bar("patient/no/rest/index.html")["errors"], "the fault")
        self.assertIn("Hvil litt.", preview.text("/patient/no/rest/"))
        told = preview.bar("patient/no/rest/index.html")
        self.assertTrue(told["held"])
        [fault] = [row for row in told["faults"] if row["level"] == "error"]
        self.assertEqual((fault["lint"], fault["file"], fault["line"], fault["column"]), ("broken-link", "content/no/rest.md", 7, 6))
        self.assertIn("fører ikke noe sted", fault["message"])
        self.assertTrue(fault["open"].endswith("/prosjekt%20%C3%A6%C3%B8%C3%A5/content/no/rest.md:7:6"), fault["open"])
        self.assertTrue(any("broken-link" in line for line in preview.said))
        self.write("content/no/rest.md", page("rest", "Se [[home]].", "Hvile"))
        preview.until(lambda: not preview.bar("patient/no/rest/index.html")["errors"], "the fault gone")
        self.is_as_built(preview)

    def test_a_page_may_be_ahead_of_its_twin_while_it_is_written(self):
        preview = self.serve()
        self.write("content/no/rest.md", page("rest", "Først på norsk.\n\n![En stol](media/stol.svg)", "Hvile"))
        preview.until(lambda: "Først på norsk." in preview.text("/patient/no/rest/"), "the page")
        told = preview.bar("patient/no/rest/index.html")
        self.assertEqual((told["held"], told["errors"], told["faults"][0]["lint"]), (False, 1, "different-structure"))

    def test_it_begins_with_what_is_broken_and_follows_when_that_is_mended(self):
        whole = (self.root / "programme.yaml").read_text()
        (self.root / "programme.yaml").write_text(whole + "  - [\n")
        preview = self.serve()
        status, _, body = preview.ask("/")
        self.assertIn(b"andrum-preview", body)
        self.assertGreater(preview.bar("patient/no/index.html")["errors"], 0)
        (self.root / "programme.yaml").write_text(whole)
        preview.until(lambda: preview.ask("/patient/no/rest/")[0] == 200, "the first page")
        self.is_as_built(preview)

    def test_a_template_that_can_not_be_filled(self):
        preview = self.serve()
        self.write("themes/default/pager.html", "{{ nothing_here }}")
        preview.until(lambda: preview.bar("patient/no/rest/index.html")["errors"], "the fault")
        [fault] = [row for row in preview.bar("patient/no/rest/index.html")["faults"] if row["level"] == "error"]
        self.assertEqual((fault["lint"], fault["file"], fault["line"]), ("template", "themes/default/pager.html", 1))
        self.assertIn("Hvil litt.", preview.text("/patient/no/rest/"))
        (self.root / "themes/default/pager.html").unlink()
        preview.until(lambda: not preview.bar("patient/no/rest/index.html")["errors"], "the fault gone")

    def test_what_can_not_be_read_is_told_on_the_page(self):
        for name, spoil in self.unreadable():
            with self.subTest(name):
                preview = self.serve()
                spoil()
                preview.until(lambda: any(name in line for line in preview.said), "what is said of it")
                preview.settled()
                told = preview.bar("patient/no/rest/index.html")
                (self.root / name).unlink()
                self.write("content/no/rest.md", page("rest", f"Uten {name}.", "Hvile"))
                preview.until(lambda: f"Uten {name}." in preview.text("/patient/no/rest/"), "the page")
                self.assertEqual(preview.bar("patient/no/rest/index.html")["errors"], 0)
                self.assertTrue(told["held"])
                self.assertIn(name, [fault["file"] for fault in told["faults"]])

    def test_it_begins_with_what_can_not_be_read(self):
        for name, spoil in self.unreadable():
            with self.subTest(name):
                spoil()
                preview = self.serve()
                status, _, body = preview.ask("/patient/no/rest/")
                self.assertEqual(status, 404)
                self.assertIn(b"andrum-preview", body)
                self.assertEqual([fault["file"] for fault in preview.bar("patient/no/rest/index.html")["faults"]], [name])
                (self.root / name).unlink()
                preview.until(lambda: preview.ask("/patient/no/rest/")[0] == 200, "the page")
                self.is_as_built(preview)

    def test_a_lock_that_can_not_be_read_is_opened_at_its_line(self):
        preview = self.serve()
        self.write("programme.lock", "lock: 1\n\npages: [")
        preview.until(lambda: preview.bar("patient/no/rest/index.html")["errors"], "what is said of it")
        [fault] = [row for row in preview.bar("patient/no/rest/index.html")["faults"] if row["level"] == "error"]
        self.assertIn(f"line {fault['line']} ", fault["message"])
        self.assertEqual(fault["line"], 3)
        self.assertTrue(fault["open"].endswith("/programme.lock:3:1"), fault["open"])

    def test_trouble_that_ends_without_a_word_is_noticed(self):
        preview = self.serve()
        preview.settled()
        limits = resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE)
        # No file more can be opened, until it can.
        resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE, (3, limits[1]))
        self.write("content/no/rest.md", page("rest", "Mens det var fullt.", "Hvile"))
        preview.until(lambda: any("Too many open files" in line for line in preview.said), "what is said of it")
        preview.settled()
        resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE, limits)
        preview.until(lambda: "Mens det var fullt." in preview.text("/patient/no/rest/"), "the page")
        self.assertFalse(preview.bar("patient/no/rest/index.html")["held"])

    def test_what_holds_no_bytes_is_left_alone(self):
        os.mkfifo(self.root / "content/no/pipe.md")
        listening = socket.socket(socket.AF_UNIX)
        self.addCleanup(listening.close)
        # The path of a socket may not be long.
        before = os.getcwd()
        os.chdir(self.root / "content/media")
        listening.bind("socket.svg")
        os.chdir(before)
        preview = self.serve()
        os.mkfifo(self.root / "content/sv/pipe.md")
        self.write("content/no/rest.md", page("rest", "Ved siden av røret.", "Hvile"))
        preview.until(lambda: "Ved siden av røret." in preview.text("/patient/no/rest/"), "the page")
        self.is_as_built(preview)

    def test_it_goes_on_after_what_can_not_be_read(self):
        preview = self.serve()
        self.write("programme.lock", "lock: [")
        preview.until(lambda: any("programme.lock" in line for line in preview.said), "what is said of it")
        self.write("content/no/rest.md", page("rest", "Mens den var der.", "Hvile"))
        preview.settled()
        (self.root / "programme.lock").unlink()
        preview.until(lambda: "Mens den var der." in preview.text("/patient/no/rest/"), "the page")
        self.is_as_built(preview)

    def test_faults_are_told_in_the_language_that_was_asked_for(self):
        self.write("content/no/rest.md", page("rest", "Se [[borte]].", "Hvile"))
        said = {}
        for messages in ("no", "sv", "en"):
            [fault] = [row for row in self.serve(messages=messages).bar("/patient/no/rest/index.html")["faults"] if row["level"] == "error"]
            said[messages] = fault["message"]
            self.assertEqual((fault["file"], fault["line"], fault["column"]), ("content/no/rest.md", 7, 6))
        self.assertEqual(len(set(said.values())), 3, said)


if __name__ == "__main__":
    unittest.main()
