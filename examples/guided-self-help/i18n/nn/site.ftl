# Orda på sidene. Du-form, korte og konkrete. Ingen utropsteikn, ingen ros.
# Dei same namna og variablane finst på kvart språk. Ord som står åleine på ei linje
# under ei oppgåve, byrjar med liten bokstav; stilarket gjer den første stor.

# Språk

language-name = Nynorsk
languages = Språk
choose-language = Vel språk
language-home = (startsida)

# Rundt kvar side

skip = Gå til innhaldet
home = Startside
contents = Innhald
trail = Her er du
on-this-page = På denne sida
pager = Sida før og sida etter
previous = Førre
next = Neste
undecided = ikkje bestemt enno
version = Versjon { $version }
updated = Oppdatert { $date }
date =
    { $day }. { $month ->
        [1] januar
        [2] februar
        [3] mars
        [4] april
        [5] mai
        [6] juni
        [7] juli
        [8] august
        [9] september
        [10] oktober
        [11] november
       *[12] desember
    } { $year }
unapproved = Ikkje klinisk godkjent
unapproved-more = Innhaldet er ikkje klinisk godkjent. Det skal ikkje brukast i behandling.
choose-version = Vel versjon og språk
whats-new = Nytt i denne versjonen
unreleased = Ikkje utgitt

# Utgåver

edition = Utgåve: { $name }
edition-therapist = Utgåve for behandlarar
edition-course = Utgåve for deg som går kurset
edition-trainer = Utgåve for kursleiarar

# Startsida

path = Vegen gjennom programmet
about = Les om programmet
tools = Verktøy
tools-short = Eitt minutt eller to
tools-middle = Fem til ti minutt
tools-long = Eit kvarter eller meir
plans = Planar
information = Informasjon
guides = Rettleiarar og forløp
modules = Kurset

# Delar av programmet

unit-week = Veke { $number }
unit-module = Modul { $number }
unit-chapter = Kapittel { $number }
unit-section = Del { $number }
unit-none = Ikkje skrive enno
unit-pages = { $unit }: alle sidene
way-choose = Eg er her no
way-here = Her er du no

# Slags sider

kind-theme = Tema
kind-reflection = Refleksjon
kind-exercise = Øving
kind-session = Rettleiar til samtale
kind-module = Kursmodul
kind-page = Informasjon
kind-pathway = Forløp
kind-plan = Plan
kind-fragment = Tekst som går igjen
outcomes = Etter modulen
sources = Kjelder

# Tid og mengd

minutes = om lag { $minutes } minutt
hours =
    { $hours ->
        [one] om lag { $hours } time
       *[other] om lag { $hours } timar
    }
asks = Oppgåver på sida
tasks =
    { $tasks ->
        [one] { $tasks } oppgåve
       *[other] { $tasks } oppgåver
    }

# Kor ofte

every-login = kvar gong du loggar inn
every-day = kvar dag
every-week = kvar veke
every-times-a-week =
    { $number ->
        [one] éin gong i veka
       *[other] { $number } gonger i veka
    }
every-days =
    { $number ->
        [1] kvar dag
        [2] annankvar dag
       *[other] kvar { $number }. dag
    }
every-weeks =
    { $number ->
        [1] kvar veke
        [2] annakvar veke
       *[other] kvar { $number }. veke
    }
every-months =
    { $number ->
        [1] kvar månad
        [2] annankvar månad
       *[other] kvar { $number }. månad
    }

# Kven som ser svaret

share-private = berre for deg
share-therapist = tenkt delt med behandlaren

# Oppgåver

reflection = Refleksjon
scale = Skala
choice = Val
checkin = Innsjekk
homework = Heimeoppgåve
worksheet = Arbeidsark
quiz = Kunnskapssjekk
your-answer = Svaret ditt
your-note = Eit notat, om du vil
done = Gjort
choose-one = vel eitt svar
choose-several = vel eitt eller fleire svar
quiz-pass =
    { $needed ->
        [one] for å stå treng du { $needed } rett svar av { $count }
       *[other] for å stå treng du { $needed } rette svar av { $count }
    }
show-feedback = Sjå svara
right-answer = Rett
wrong-answer = Ikkje rett

# Øvingar

exercise = Øving
breathe-in = Pust inn i { $number } sekund
breathe-hold = Hald pusten i { $number } sekund
breathe-out = Pust ut i { $number } sekund
breathe-rest = Vent i { $number } sekund
breathe-rounds =
    { $number ->
        [one] { $number } runde
       *[other] { $number } rundar
    }

# Samtalar og forløp

phase = Fase
when-broken-off = når forløpet blir avbrote
checklist = Sjekkliste
inclusion = Programmet passar for
exclusion = Programmet passar ikkje for
instrument = Spørjeskjema: { $name }

# Merknader, lyd, film og fotnotar

callout-note = Merk
callout-tip = Tips
callout-important = Viktig
callout-warning = Åtvaring
callout-caution = Ver varsam
transcript = Les det som tekst
captions = Teksting
footnotes = Fotnotar
footnote-back = Tilbake til note { $number } i teksten
table = Tabell

# Sider ved sida av dei programmet har sjølv

answers = Svara dine
versions = Andre versjonar
unread = Ingen les det du skriv her. Treng du hjelp no:
print = Heile programmet på papir
print-more = Alle sidene i eitt dokument. Skriv ut med utskrifta i nettlesaren.
offline = Sida er ikkje her utan nett
offline-more = Denne sida er ikkje lagra på eininga. Ho kjem tilbake når du har nett. Det du har skrive, ligg trygt.
not-found = Sida finst ikkje
not-found-more = Adressa leier ingen stader. Kanskje sida er flytt, eller det er ein skrivefeil i adressa.

# Versjonar, og det som verkar utan nett

newer-version = Det finst ein nyare versjon, { $version }. Du kan trygt bli i denne.
version-same = Same side i versjon { $version }
version-without = Versjon { $version } har ikkje denne sida.
version-home = Til startsida der
offline-kept = Alle sidene på dette språket ligg på denne eininga og verkar utan nett.
offline-failed = Noko blei ikkje lagra. Sida prøver igjen neste gong du er på nett.
offline-media = Ta med lyd og film
offline-media-progress = Hentar lyd og film: { $done } av { $of }
offline-media-kept = Lyd og film ligg på denne eininga.
offline-player = Lyden er ikkje lagra på denne eininga. Han kjem tilbake når du har nett.
offline-heading = Utan nett
offline-wait = Sidene blir lagra på eininga medan du les.

# Svar som blir på eininga

stays-here = Det du skriv, blir berre på denne eininga.
saved-at = Lagra på denne eininga kl. { $time }
not-saved = Dette blei ikkje lagra. Skriv det gjerne ned på papir òg.
not-lasting = Ikkje lagra: det blir borte når du lukkar sida.
not-lasting-title = Her blir ikkje svara lagra
not-lasting-more = Nettlesaren lagrar ingenting frå denne sida. Det kan vere eit privat vindauge, eller ei innstilling. Det du skriv, blir borte når du lukkar sida. Du kan skrive på papir, eller opne sida i eit vanleg vindauge.
erased = Svaret er sletta.
begin-new = Begynn på eit nytt
erase-answer = Slett svaret
erase-answer-question = Vil du slette svaret? Det kan ikkje hentast tilbake.
ask-no = Nei, behald
earlier = Tidlegare svar: { $count }
line-title = Svara dine over tid
line-label = Ei linje gjennom svara dine. Tala står under.
line-numbers = Sjå tala

# Kunnskapssjekk

quiz-answer = Svar
quiz-choose-first = Vel eit svar først.
quiz-score = { $score } prosent rett
quiz-passed = { $score } prosent rett. Du trong { $pass }. Kunnskapssjekken er bestått.
quiz-not-passed = { $score } prosent rett. Du treng { $pass } for å bestå.
quiz-again = Prøv igjen

# Pusten følgjer ei form

breathe-start = Start pusten
breathe-stop = Stopp
breathe-in-now = Inn
breathe-hold-now = Hald
breathe-out-now = Ut
breathe-rest-now = Vent
breathe-count = { $seconds } · rundar igjen: { $rounds }
breathe-end = Ferdig. Kjenn etter ein augneblink før du går vidare.
breathe-sound = Mjuk lyd til pusten

# Sida med svara

mine-where = Svara dine ligg berre i denne nettlesaren, på denne eininga. Ingen andre les dei.
mine-limits = Dei blir borte om du slettar data i nettlesaren, bruker eit privat vindauge eller byter eining. Lagre dei som ei fil av og til, så har du dei uansett.
mine-noscript = Svar kan berre lagrast når JavaScript er slått på. Du kan lese alt utan, og skrive svara på papir: kvar side kan skrivast ut med plass til dei.
mine-all = Det du har skrive
mine-none = Du har ikkje skrive noko enno. Når du skriv i ei oppgåve, står det her.
mine-elsewhere = Svar på oppgåver som ikkje er med i denne versjonen
mine-shared = Ta med til samtalen
mine-shared-more = Dette er svara som er tenkt delte med behandlaren. Ingen les dei her. Skriv dei ut eller lagre dei, og ta dei med. Treng du hjelp før samtalen:
mine-shared-see = Sjå det du tek med
mine-shared-file = samtale
mine-keep = Ta vare på svara
mine-persisted = Nettlesaren har lova å behalde svara, òg når det blir lite plass.
mine-not-persisted = Nettlesaren kan slette svara når det blir lite plass på eininga, eller når sida ikkje er brukt på lenge.
mine-persist = Be nettlesaren behalde dei
mine-persist-refused = Nettlesaren sa nei no. Lagre svara som ei fil, så er du trygg.
mine-install = Legg sida på eininga
mine-install-more = Du kan leggje sida på heimskjermen frå menyen i nettlesaren. Då er ho lett å finne, og svara blir betre tekne vare på.
mine-text = Lagre som tekst
mine-json = Lagre som tryggingskopi
mine-print = Skriv ut
mine-import = Hent svar frå ein tryggingskopi
mine-imported = Henta { $taken } av { $all } svar. Det du hadde som var nyare, er behalde.
mine-import-broken = Fila er ikkje ein tryggingskopi herifrå. Ingenting er endra.
mine-import-other = Fila er frå eit anna program ({ $programme }). Ingenting er endra.
mine-erase-heading = Slett alt
mine-erase-more = Bruk dette om andre skal bruke eininga, eller når du er ferdig.
mine-erase = Slett alle svara
mine-erase-question = Vil du slette alt du har skrive her? Lagre gjerne ein kopi først.
mine-erased = Alle svara er sletta.
mine-undo = Angre
mine-undone = Svara er tilbake.

# Søk

search = Søk
search-label = Kva leitar du etter?
search-noscript = Søket treng JavaScript. Alle sidene står i lista under.
search-every = Alle sidene
search-count = Treff: { $count }
search-none = Ingen treff på «{ $words }». Prøv eit kortare ord eller eit anna ord for det same. Alle sidene står i lista under, og sida om hjelp når det hastar, står øvst.
