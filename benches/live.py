#!/usr/bin/env python3
"""From the moment a page is saved to the moment a browser holds the new one: `andrum serve` beside Hugo's server.

    python3 benches/live.py                    1 000 and 10 000 pages, 40 edits of each; some five minutes
    python3 benches/live.py --only andrum --pages 1000 --edits 100

The pages are those of against_hugo.py. Each edit puts one new word into the text of one page, and the clock runs until that word has
come back over HTTP. andrum tells an open page of news, which then asks for itself, as in a browser. Hugo is asked every two
milliseconds, which is kinder to it than its own way of telling.

Bounds, of medians: 50 ms at 1 000 pages and 100 ms at 10 000. Exit 0 good, 1 a bound broken, 2 a fault of the machine.
"""

import argparse
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
import against_hugo as bench  # noqa: E402

BOUNDS = {1000: 0.050, 10_000: 0.100}
PATIENCE = 60
PAUSE = 0.4  # between edits: a person takes longer, and whatever a server does after the first answer is then over


def main() -> int:
    args = arguments()
    try:
        andrum = None if args.only == "hugo" else args.andrum or bench.build_andrum()
        hugo = None if args.only == "andrum" else args.hugo or bench.install_hugo()
        place = bench.room(max(args.pages) * bench.BYTES_A_PAGE)
    except bench.Unable as error:
        print(f"live.py: {error}", file=sys.stderr)
        return 2
    work, rows = Path(tempfile.mkdtemp(prefix="andrum-live-", dir=place)), []
    try:
        for pages in args.pages:
            for name, program, begin in (("andrum serve", andrum, Andrum), ("Hugo server", hugo, Hugo)):
                if program:
                    rows.append((pages, name, *measured(begin(program, work / f"{pages}-{name[:2]}", pages), args.edits)))
    except bench.Failed as error:
        print(f"\nFAILED: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"\n{args.edits} edits of one page, {os.cpu_count()} cores; milliseconds, median (least to most), CPU s an edit, MiB held\n")
    broken = False
    for pages, name, times, cpu, held in rows:
        median = statistics.median(times)
        bound = BOUNDS.get(pages) if name.startswith("andrum") else None
        over = bound is not None and median > bound
        broken |= over
        said = f", at most {bound * 1000:.0f}{': BROKEN' if over else ''}" if bound else ""
        print(f"{pages:6} pages  {name:13} {median * 1000:7.1f} ({min(times) * 1000:.1f} to {max(times) * 1000:.1f})  {cpu:.3f}  {held:.0f}{said}")
    return 1 if broken else 0


def arguments():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--pages", default="1000,10000", help="files in all, comma between sizes")
    args.add_argument("--edits", type=int, default=40)
    args.add_argument("--only", choices=["andrum", "hugo"], help="one side alone")
    args.add_argument("--andrum", type=lambda p: Path(p).resolve(), help="this program, instead of building it")
    args.add_argument("--hugo", type=lambda p: Path(p).resolve(), help="this program, instead of installing it")
    got = args.parse_args()
    got.pages = [int(pages) for pages in got.pages.split(",")]
    return got


def measured(server, edits: int):
    """The seconds of each edit, CPU seconds an edit, and MiB held at the end."""
    try:
        files = server.files()
        server.ready()
        times, spent = [], server.cpu()
        for number in range(edits):
            file = files[(number * 37) % len(files)]
            word = f"nyttord{number}x{len(files)}"
            text = file.read_text("utf-8")
            server.begin(file)
            time.sleep(PAUSE)
            began = time.perf_counter()
            file.write_text(f"{text}\n\nEt nytt avsnitt med {word} i seg.\n", "utf-8")
            server.wait_for(file, word)
            times.append(time.perf_counter() - began)
        time.sleep(PAUSE)
        return times, (server.cpu() - spent) / edits, server.held()
    finally:
        server.end()


class Server:
    def __init__(self, command: list, log: Path):
        self.port = free_port()
        command = [part.replace("PORT", str(self.port)) for part in command]
        self.log = open(log, "wb")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, env=bench.environment())

    def get(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode("utf-8", "replace")
        finally:
            connection.close()

    def until(self, holds, pause: float = 0.002):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if holds():
                    return
            except OSError:
                pass
            time.sleep(pause)
        raise bench.Failed(f"nothing came of it in {PATIENCE} s; the server said: {Path(self.log.name).read_text('utf-8')[-2000:]}")

    def begin(self, file: Path):
        """What a browser does before the edit: shows the page."""
        self.get(self.address(file))

    def cpu(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def held(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Andrum(Server):
    def __init__(self, program: Path, work: Path, pages: int):
        work.mkdir()
        self.root = work / "project"
        bench.generate("andrum", self.root, pages)
        bench.mark_translations(program, self.root, pages, work)
        super().__init__([str(program), "serve", "--root", str(self.root), "--port", "PORT"], work / "log")

    def files(self) -> list:
        return sorted((self.root / "content/no").glob("*.md"))

    def address(self, file: Path) -> str:
        return "/patient/no/index.html" if file.stem == "home" else f"/patient/no/{file.stem}/index.html"

    def ready(self):
        self.until(lambda: self.get("/_andrum/bar?at=patient/no/index.html"), 0.05)
        self.news = threading.Semaphore(0)
        threading.Thread(target=self.listen, daemon=True).start()
        self.told()

    def listen(self):
        with socket.create_connection(("127.0.0.1", self.port)) as stream:
            stream.sendall(f"GET /_andrum/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            while chunk := stream.recv(65536):
                for _ in range(chunk.count(b"data:")):
                    self.news.release()

    def told(self):
        if not self.news.acquire(timeout=PATIENCE):
            raise bench.Failed("no news came")

    def wait_for(self, file: Path, word: str):
        self.told()
        while word not in self.get(self.address(file)):
            self.told()


class Hugo(Server):
    def __init__(self, program: Path, work: Path, pages: int):
        work.mkdir()
        self.root = work / "site"
        bench.generate("hugo", self.root, pages)
        given = ["--source", str(self.root), "--cacheDir", str(work / "cache"), "--minify", "--noBuildLock", "--renderToMemory"]
        super().__init__([str(program), "server", *given, "--bind", "127.0.0.1", "--port", "PORT"], work / "log")

    def files(self) -> list:
        return sorted(path for path in (self.root / "content/no").rglob("*.md") if not path.stem.startswith("_"))

    def address(self, file: Path) -> str:
        below = file.relative_to(self.root / "content/no").with_suffix("")
        return f"/no/{below}/".replace("/index/", "/")

    def ready(self):
        self.until(lambda: len(self.get(self.address(self.files()[0]))) > 500, 0.05)

    def wait_for(self, file: Path, word: str):
        self.until(lambda: word in self.get(self.address(file)))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main())
