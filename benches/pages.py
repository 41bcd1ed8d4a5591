#!/usr/bin/env python3
"""A seed and a number of pages -> the same made-up programme as an andrum project or as a Hugo site.

    python3 benches/pages.py andrum DIR --pages 1000 [--seed 1] [--outputs site,bundle]
    python3 benches/pages.py hugo   DIR --pages 1000 [--seed 1]

`--pages N` counts files: N/2 ids, each in Norwegian and in Swedish. Both writers are handed the same drawn words, so the
two projects differ in markup alone (links, the task block, front matter). A page has about 600 words: six headings, a list, a
table, a footnote, three links to other pages and a picture; every third has a reflection task, which Hugo gets as plain text.

Only `random()` of Python's generator is used, the one method whose numbers are promised from version to version.
"""

import argparse
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

LANGS = ("no", "sv")
UNITS = 10
RESERVED = ("crisis", "privacy", "accessibility")
FEWEST = 2 * (UNITS + len(RESERVED) + 7)  # below this there are no ordinary pages to speak of
TITLE = "Programmet for målinger"
PUBLISHER = "Benkeprøven"


# --- words -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Words:
    """A language's vocabulary, by the place a word takes in a sentence."""

    subject: list
    verb: list  # present tense
    infinitive: list
    noun: list  # definite, mostly short: a patient's page is to stay below LIX 40
    adjective: list
    adverb: list
    preposition: list
    conjunction: list
    head: list  # first parts of compounds
    tail: list  # second parts, definite
    det: str
    to: str
    it_is: str
    no: str
    about: str
    drawing: str
    columns: tuple
    question: str


WORDS = {
    "no": Words(
        subject="du vi jeg hun han mange noen kroppen pusten tanken de alle".split(),
        verb="merker kjenner ser hører venter hviler går skriver prøver finner husker øver velger spør svarer deler tar gir "
        "åpner lukker bærer samler legger setter bruker kjører våkner bygger leser lytter stopper endrer hjelper".split(),
        infinitive="merke kjenne se høre vente hvile gå skrive prøve finne huske øve velge spørre svare dele ta gi åpne lukke "
        "bære samle legge sette bruke bygge lese lytte stoppe endre".split(),
        noun="dagen kvelden natten kroppen pusten tanken jobben hagen veien turen båten skogen fjellet huset bordet stolen døren "
        "vinduet samtalen søvnen vanen roen uroen gleden sorgen håpet målet planen uka måneden morgenen familien vennen barna "
        "legen sjefen avtalen arket boka pennen koppen maten været vinden regnet snøen lyset mørket stuen benken stien elva "
        "broen byen bussen telefonen klokka lista musikken stillheten hånden skuldrene kjeven magen ryggen føttene".split(),
        adjective="lille store stille gamle nye rolige lange korte varme lyse mørke trygge lette tunge myke enkle åpne".split(),
        adverb="ofte sakte litt gjerne alltid igjen kanskje nå snart stille tidlig sent sammen hjemme ute inne ikke".split(),
        preposition="i på ved under over etter før med uten mot gjennom mellom fra til om".split(),
        conjunction="og men når fordi mens hvis selv_om slik_at".split(),  # an underscore is a space
        head="hvile puste tanke kvelds dags arbeids søvn hverdags natur samtale vinter høst vår sommer kropps muskel vennskaps "
        "familie skrive lytte gå skog fjell hånd trygghets stille pause måltids reise lese".split(),
        tail="rommet boken planen timen turen skjemaet stunden vanen veien listen øvelsen målet bildet ordet spørsmålet avtalen "
        "kortet plassen steget rytmen dagen vinduet tonen sirkelen kartet".split(),
        det="den",
        to="å",
        it_is="det er",
        no="ikke",
        about="les om",
        drawing="Strektegning av",
        columns=("Når", "Hva du merker", "Hva som hjelper"),
        question="hva",
    ),
    "sv": Words(
        subject="du vi jag hon han många några kroppen andan tanken de alla".split(),
        verb="märker känner ser hör väntar vilar går skriver prövar finner minns övar väljer frågar svarar delar tar ger öppnar "
        "stänger bär samlar lägger ställer brukar kör vaknar bygger läser lyssnar stannar ändrar hjälper".split(),
        infinitive="märka känna se höra vänta vila gå skriva pröva finna minnas öva välja fråga svara dela ta ge öppna stänga bära "
        "samla lägga ställa bruka bygga läsa lyssna stanna ändra".split(),
        noun="dagen kvällen natten kroppen andan tanken jobbet gården vägen turen båten skogen fjället huset bordet stolen dörren "
        "fönstret samtalet sömnen vanan lugnet oron glädjen sorgen hoppet målet planen veckan månaden morgonen familjen vännen "
        "barnen läkaren chefen bladet boken pennan koppen maten vädret vinden regnet snön ljuset mörkret rummet bänken stigen "
        "ån bron byn bussen mobilen klockan listan musiken tystnaden handen axlarna käken magen ryggen fötterna".split(),
        adjective="lilla stora stilla gamla nya lugna långa korta varma ljusa mörka trygga lätta tunga mjuka enkla öppna".split(),
        adverb="ofta sakta lite gärna alltid igen kanske nu snart stilla tidigt sent ihop hemma ute inne inte".split(),
        preposition="i på vid under över efter före med utan mot genom mellan från till om".split(),
        conjunction="och men när därför_att medan om även_om så_att".split(),
        head="vilo andnings tanke kvälls dags arbets sömn vardags natur samtals vinter höst vår sommar kropps muskel vänskaps "
        "familje skriv lyssnar gång skogs fjäll hand trygghets stillhets paus måltids rese läs".split(),
        tail="rummet boken planen timmen turen bladet stunden vanan vägen listan övningen målet bilden ordet frågan avtalet kortet "
        "platsen steget rytmen dagen fönstret tonen cirkeln kartan".split(),
        det="den",
        to="att",
        it_is="det är",
        no="inte",
        about="läs om",
        drawing="Streckteckning av",
        columns=("När", "Vad du märker", "Vad som hjälper"),
        question="vad",
    ),
}

CRISIS = {
    "no": "Er det fare for liv, skal du ringe med en gang. I Norge ringer du 113. I Sverige ringer du 112. "
    "Du trenger ikke å vente til i morgen, og du trenger ikke å være sikker.",
    "sv": "Är det fara för liv ska du ringa direkt. I Norge ringer du 113. I Sverige ringer du 112. "
    "Du behöver inte vänta till i morgon, och du behöver inte vara säker.",
}


class Draw:
    """Draws words, sentences and paragraphs of one language."""

    def __init__(self, seed: str, lang: str):
        self.random = random.Random(seed).random
        self.w = WORDS[lang]

    def below(self, n: int) -> int:
        return int(self.random() * n)

    def one(self, items):
        return items[int(self.random() * len(items))]

    def some(self, items):
        """As `one`, the first far oftener than the last: words of a language are not used equally."""
        r = self.random()
        return items[int(r * r * len(items))]

    def conjunction(self) -> str:
        return self.some(self.w.conjunction).replace("_", " ")

    def compound(self) -> str:
        return self.some(self.w.head) + self.some(self.w.tail)

    def thing(self) -> str:
        r = self.random()
        if r < 0.24:
            return self.compound()
        if r < 0.40:
            return f"{self.w.det} {self.one(self.w.adjective)} {self.some(self.w.noun)}"
        return self.some(self.w.noun)

    def place(self) -> str:
        return f"{self.one(self.w.preposition)} {self.thing()}"

    def clause(self) -> str:
        """Eight or nine words with most subjects and verbs."""
        w, r = self.w, self.random()
        if r < 0.30:
            return f"{self.some(w.subject)} {self.one(w.verb)} {self.one(w.adverb)} {self.place()} {self.conjunction()} " \
                   f"{self.some(w.subject)} {self.one(w.verb)} {self.place()}"
        if r < 0.55:
            return f"{self.place()} {self.one(w.verb)} {self.some(w.subject)} {self.thing()} {self.place()}"
        if r < 0.75:
            return f"{w.it_is} {self.one(w.adverb)} {w.to} {self.one(w.infinitive)} {self.thing()} {self.place()}"
        if r < 0.90:
            return f"{self.some(w.subject)} {self.one(w.verb)} {w.no} {self.thing()}, {self.conjunction()} " \
                   f"{self.some(w.subject)} {self.one(w.verb)} {w.to} {self.one(w.infinitive)}"
        return f"{self.thing()} {self.one(w.verb)} {self.place()}"

    def sentence(self) -> str:
        return upper(self.clause()) + "."

    def sentences(self, n: int) -> str:
        return " ".join(self.sentence() for _ in range(n))

    def title(self) -> str:
        return upper(f"{self.w.det} {self.one(self.w.adjective)} {self.compound()}")

    def heading(self, taken: set) -> str:
        """No two on a page may have one anchor; folding å and ä to a is why the letters are compared folded."""
        while True:
            text = upper(f"{self.one(self.w.noun)} {self.one(self.w.preposition)} {self.one(self.w.noun)}")
            anchor = text.lower().translate(FOLD)
            if anchor not in taken:
                taken.add(anchor)
                return text

    def question(self) -> str:
        w = self.w
        return upper(f"{w.question} {self.one(w.verb)} {self.some(w.subject)} {self.place()} {self.conjunction()} {self.place()}?")


FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "é": "e", " ": "-"})


def upper(text: str) -> str:
    return text[0].upper() + text[1:]


# --- pages -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stub:
    """What is known of a page in every language before its text is drawn."""

    index: int
    id: str
    kind: str
    unit: int | None
    minutes: int
    task: bool


def stubs(pages: int) -> list:
    """Ten themes, the three reserved pages, then exercises and pages; as many ids as fit in `pages` files."""
    if pages % 2 or pages < FEWEST:
        raise SystemExit(f"pages.py: --pages takes an even number, {FEWEST} or more")
    ids = [(f"w{unit:02}-theme", "theme", unit) for unit in range(1, UNITS + 1)]
    ids += [(name, "page", None) for name in RESERVED]
    for n in range(pages // 2 - len(ids)):
        kind = "exercise" if n % 5 < 2 else "page"
        ids.append((f"{'ex' if kind == 'exercise' else 'p'}-{n:05}", kind, None))
    return [
        Stub(i, id, kind, unit, 60 if unit else 5 + i % 4 * 5, i % 3 == 0 and id not in RESERVED)
        for i, (id, kind, unit) in enumerate(ids)
    ]


@dataclass(frozen=True)
class Page:
    stub: Stub
    lang: str
    title: str
    summary: str
    body: str
    links: tuple  # the three ids
    probe: str  # a sentence near the end, without markup, to be found in whatever a builder writes


class Maker:
    """Draws pages in one project's markup."""

    def __init__(self, pages: int, seed: int, markup):
        self.seed, self.markup, self.stubs = seed, markup, stubs(pages)
        self.titles = {
            (stub.id, lang): Draw(f"{seed}/{stub.id}/{lang}/title", lang).title() for stub in self.stubs for lang in LANGS
        }

    def page(self, stub: Stub, lang: str) -> Page:
        shape = Draw(f"{self.seed}/{stub.id}/shape", lang)  # the same draws in both languages: twins have one structure
        draw = Draw(f"{self.seed}/{stub.id}/{lang}", lang)
        links = []
        while len(links) < 3:
            other = self.stubs[shape.below(len(self.stubs))]
            if other.id != stub.id and other.id not in links:
                links.append(other.id)

        def link(n: int) -> str:
            words = self.titles[links[n], lang] if n == 0 else draw.compound()
            return f"{upper(draw.w.about)} {self.markup.link(n, links[n], words)}, {draw.conjunction()} {draw.clause()}."

        def paragraph(*extra: str) -> str:
            text = draw.sentences(4 + shape.below(2))
            return " ".join((text, *extra))

        def strong() -> str:
            return f"{upper(draw.place())} {draw.one(draw.w.verb)} **{draw.thing()}** {draw.place()}."

        def emphasis() -> str:
            return f"{upper(draw.place())} {draw.one(draw.w.verb)} *{draw.thing()}* {draw.place()}."

        taken = set()
        head = lambda level: f"{'#' * level} {draw.heading(taken)}"
        row = lambda cells: "| " + " | ".join(cells) + " |"
        cells = lambda: (upper(draw.one(draw.w.noun)), f"{draw.thing()} {draw.place()}", f"{draw.one(draw.w.infinitive)} {draw.thing()}")
        probe = draw.sentence()

        parts = [CRISIS[lang]] if stub.id == "crisis" else []
        parts += [
            paragraph(strong()),
            head(2),
            paragraph(link(0)),
            paragraph(),
            head(2),
            paragraph(draw.sentence()[:-1] + ".[^1]", draw.sentence()),
            "\n".join(f"- {upper(draw.clause())}." for _ in range(4)),
            head(3),
            paragraph(emphasis()),
            self.markup.image(upper(f"{draw.w.drawing} {draw.thing()} {draw.place()}")),
            head(2),
            paragraph(link(1)),
            "\n".join([row(draw.w.columns), row(("---",) * 3)] + [row(cells()) for _ in range(4)]),
            paragraph(),
            head(2),
            paragraph(link(2)),
        ]
        if stub.task:
            lead, prompts = draw.sentences(2), [draw.question() for _ in range(2)]
            parts.append(self.markup.task(f"{stub.id}-note", upper(draw.thing()), lead, prompts))
        else:
            parts.append(paragraph())
        parts += [head(2), paragraph(probe), paragraph(), f"[^1]: {draw.sentences(2)}"]
        return Page(stub, lang, self.titles[stub.id, lang], draw.sentence(), "\n\n".join(parts) + "\n", tuple(links), probe)


class AndrumMarkup:
    """Links in all three forms that authors have, the task as a block, the picture by its place beside the pages."""

    def link(self, n: int, target: str, words: str) -> str:
        return (f"[[{target}]]", f"[[{target}|{words}]]", f"[{words}]({target}.md)")[n]

    def image(self, alt: str) -> str:
        return f"![{alt}](../media/window.svg)"

    def task(self, id: str, title: str, lead: str, prompts: list) -> str:
        return f":::reflection[{title}]{{#{id} minutes=5 share=private}}\n{lead}\n\n{numbered(prompts)}\n:::"


class HugoMarkup:
    """Links through `relref` with a rooted path, Hugo's cheapest form; the task as a line of bold and its text."""

    def link(self, n: int, target: str, words: str) -> str:
        return f'[{words}]({{{{< relref "/{target}" >}}}})'

    def image(self, alt: str) -> str:
        return f"![{alt}](/media/window.svg)"

    def task(self, id: str, title: str, lead: str, prompts: list) -> str:
        return f"**{title}**\n\n{lead}\n\n{numbered(prompts)}"


def numbered(lines: list) -> str:
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))


# --- an andrum project -----------------------------------------------------------------------------------------------


def write_andrum(root: Path, pages: int, seed: int = 1, outputs=("site", "bundle"), meaning=None) -> None:
    """`meaning` is a page's hash of meaning by language, as a bundle's manifest has it: with it, each translation is marked
    as made from its twin, as in a programme that is kept up. Without it no twin is marked, and andrum warns of that."""
    maker = Maker(pages, seed, AndrumMarkup())
    for lang in LANGS:
        folder = root / "content" / lang
        folder.mkdir(parents=True)
        for stub in maker.stubs:
            page = maker.page(stub, lang)
            front = [f"id: {stub.id}", f"kind: {stub.kind}", f"title: {quoted(page.title)}"]
            if stub.unit:
                front.append(f"unit: {stub.unit}")
            front += [f"summary: {quoted(page.summary)}", "audience: patient", f"minutes: {stub.minutes}"]
            source = leads(stub)
            if meaning and lang != source and stub.id in meaning:
                front.append(f'translated: {{ from: "{source}", at: "{meaning[stub.id][source]}" }}')
            (folder / f"{stub.id}.md").write_text("---\n" + "\n".join(front) + f"\n---\n\n{page.body}", "utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/window.svg").write_text(SVG, "utf-8")
    (root / "programme.yaml").write_text(PROGRAMME.replace("OUTPUTS", ", ".join(outputs)), "utf-8")


def leads(stub: Stub) -> str:
    """The language a page is made in first: every fourth is Swedish."""
    return "sv" if stub.index % 4 == 3 else "no"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


PROGRAMME = f"""\
id: bench
version: 0.1.0
title: {{ no: "{TITLE}", sv: "Programmet för mätningar" }}
languages:
  no: {{ tag: nb }}
  sv: {{ tag: sv }}
editions:
  patient: {{ audiences: [patient] }}
sites:
  fredrikstad: {{ country: "no", care: specialist }}
  mellerud: {{ country: "se", care: primary }}
schedule:
  unit: week
  count: {UNITS}
  pacing: weekly
  load: {{ minutes_per_day: [10, 120], days_per_week: 5 }}
  contacts:
    - {{ id: start, at: P0D, form: in-person }}
    - {{ id: weekly, every: P1W, times: 10, form: video }}
  measures:
    - {{ at: [before-start, P5W, P10W], instruments: [gad-7] }}
  access: {{ read: P1Y, from: start }}
instruments:
  gad-7: {{ name: GAD-7, rater: self, licence: "held by the clinic" }}
governance:
  publisher: "{PUBLISHER}"
emergency:
  no:
    - {{ number: "113", for: {{ no: "Fare for liv", sv: "Fara för liv" }} }}
  se:
    - {{ number: "112", for: {{ no: "Fare for liv", sv: "Fara för liv" }} }}
outputs: [OUTPUTS]
base_url: https://example.org/bench/
"""

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400" fill="none" stroke="currentColor" stroke-width="2">
  <rect x="160" y="60" width="320" height="260"/>
  <path d="M320 60v260M160 190h320M120 340h400"/>
  <circle cx="400" cy="120" r="28"/>
  <path d="M180 300c40-50 80-50 120-8M340 300c40-60 80-60 120-8"/>
</svg>
"""


# --- a Hugo site -----------------------------------------------------------------------------------------------------


def write_hugo(root: Path, pages: int, seed: int = 1) -> None:
    maker = Maker(pages, seed, HugoMarkup())
    for lang in LANGS:
        folder = root / "content" / lang
        folder.mkdir(parents=True)
        for stub in maker.stubs:
            page = maker.page(stub, lang)
            front = [f"title: {quoted(page.title)}", f"summary: {quoted(page.summary)}", f"weight: {stub.index + 1}"]
            if stub.unit:
                front.append(f"unit: {stub.unit}")
            front.append(f"minutes: {stub.minutes}")
            (folder / f"{stub.id}.md").write_text("---\n" + "\n".join(front) + f"\n---\n\n{page.body}", "utf-8")
    for name, text in HUGO.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


# Nothing that andrum's site doesn't have either: no feeds, taxonomies, sitemap, section lists, 404 page. The ten units are
# looked up once a language (`partialCached`), since filtering every page's list anew would make Hugo quadratic. The embedded
# link and image hooks, which several languages switch on, are off: `relref` has resolved the links, and they cost 15 %.
HUGO = {
    "hugo.toml": f"""\
baseURL = "https://example.org/"
title = "{TITLE}"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
defaultContentLanguage = "no"
defaultContentLanguageInSubdir = true
disableHugoGeneratorInject = true

[languages.no]
locale = "nb"
label = "Norsk"
contentDir = "content/no"
weight = 1
title = "{TITLE}"
[languages.no.params]
tag = "nb"
crisis = "Trenger du hjelp nå"
minutes = "minutter"
previous = "Forrige"
next = "Neste"

[languages.sv]
locale = "sv"
label = "Svenska"
contentDir = "content/sv"
weight = 2
title = "Programmet för mätningar"
[languages.sv.params]
tag = "sv"
crisis = "Behöver du hjälp nu"
minutes = "minuter"
previous = "Föregående"
next = "Nästa"

[markup.tableOfContents]
startLevel = 2
endLevel = 3
[markup.goldmark.renderHooks.link]
useEmbedded = "never"
[markup.goldmark.renderHooks.image]
useEmbedded = "never"
""",
    "layouts/baseof.html": """\
<!doctype html>
<html lang="{{ site.Params.tag }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{ .Title }} – {{ site.Title }}</title>
  {{ with .Params.summary }}<meta name="description" content="{{ . }}">{{ end }}
  <link rel="canonical" href="{{ .Permalink }}">
  {{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Site.Params.tag }}" href="{{ .Permalink }}">
  {{ end }}<link rel="stylesheet" href="/style.css">
</head>
<body>
  <header>
    <a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
    <a href="/{{ site.Language.Lang }}/crisis/">{{ site.Params.crisis }}</a>
    {{ range .Translations }}<a href="{{ .RelPermalink }}" hreflang="{{ .Site.Params.tag }}" lang="{{ .Site.Params.tag }}">{{ .Site.Language.Label }}</a>{{ end }}
  </header>
  <nav>
    <ol>
      {{ $here := . }}
      {{ range partialCached "units.html" . site.Language.Lang }}
      <li><a href="{{ .RelPermalink }}"{{ if eq . $here }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
      {{ end }}
    </ol>
  </nav>
  <main>
    {{ block "main" . }}{{ end }}
  </main>
</body>
</html>
""",
    "layouts/_partials/units.html": '{{ return (sort (where site.RegularPages "Params.unit" "!=" nil) "Params.unit") }}\n',
    "layouts/home.html": '{{ define "main" }}<h1>{{ site.Title }}</h1>{{ end }}\n',
    "layouts/page.html": """\
{{ define "main" }}
<article>
  <h1>{{ .Title }}</h1>
  <p>{{ .Params.summary }}</p>
  <p>{{ .Params.minutes }} {{ site.Params.minutes }}</p>
  <aside>{{ .TableOfContents }}</aside>
  {{ .Content }}
</article>
<nav>
  {{ with .Next }}<a rel="prev" href="{{ .RelPermalink }}">{{ site.Params.previous }}: {{ .Title }}</a>{{ end }}
  {{ with .Prev }}<a rel="next" href="{{ .RelPermalink }}">{{ site.Params.next }}: {{ .Title }}</a>{{ end }}
</nav>
{{ end }}
""",
    "static/style.css": "body { max-width: 40rem; margin: auto; font: 1.1rem/1.6 sans-serif }\nimg { max-width: 100% }\n",
    "static/media/window.svg": SVG,
}


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("what", choices=["andrum", "hugo"])
    args.add_argument("dir", type=Path)
    args.add_argument("--pages", type=int, default=1000, help="files in all, half of them Norwegian, half Swedish (1000)")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--outputs", default="site,bundle", help="andrum alone: site, or site,bundle (site,bundle)")
    args.add_argument("--meaning", type=Path, help="andrum alone: a bundle's manifest.json of the same pages, to mark translations")
    got = args.parse_args()
    if got.dir.exists() and any(got.dir.iterdir()):
        raise SystemExit(f"pages.py: {got.dir} is not empty")
    got.dir.mkdir(parents=True, exist_ok=True)
    if got.what == "hugo":
        write_hugo(got.dir, got.pages, got.seed)
    else:
        meaning = None
        if got.meaning:
            manifest = json.loads(got.meaning.read_text("utf-8"))
            meaning = {id: page["meaning"] for id, page in manifest["pages"].items() if len(page.get("meaning", {})) == len(LANGS)}
        write_andrum(got.dir, got.pages, got.seed, got.outputs.split(","), meaning)


if __name__ == "__main__":
    sys.exit(main())
