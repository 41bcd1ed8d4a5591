# Ordene på sidene. Du-form, korte og konkrete. Ingen utropstegn, ingen ros.
# De samme navnene og variablene finnes på hvert språk. Ord som står alene på en linje
# under en oppgave, begynner med liten bokstav; stilarket gjør den første stor.

# Språk

language-name = Norsk
languages = Språk
choose-language = Velg språk
language-home = (startsiden)

# Rundt hver side

skip = Gå til innholdet
home = Startside
contents = Innhold
trail = Her er du
on-this-page = På denne siden
pager = Siden før og siden etter
previous = Forrige
next = Neste
undecided = ikke bestemt ennå
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
unapproved = Ikke klinisk godkjent
unapproved-more = Innholdet er ikke klinisk godkjent. Det skal ikke brukes i behandling.
choose-version = Velg versjon og språk
whats-new = Nytt i denne versjonen
unreleased = Ikke utgitt

# Utgaver

edition = Utgave: { $name }
edition-therapist = Utgave for behandlere
edition-course = Utgave for deg som går kurset
edition-trainer = Utgave for kursledere

# Startsiden

path = Veien gjennom programmet
about = Les om programmet
tools = Verktøy
tools-short = Et minutt eller to
tools-middle = Fem til ti minutter
tools-long = Et kvarter eller mer
plans = Planer
information = Informasjon
guides = Veiledere og forløp
modules = Kurset

# Deler av programmet

unit-week = Uke { $number }
unit-module = Modul { $number }
unit-chapter = Kapittel { $number }
unit-section = Del { $number }
unit-none = Ikke skrevet ennå
unit-pages = { $unit }: alle sidene
way-choose = Jeg er her nå
way-here = Her er du nå

# Slags sider

kind-theme = Tema
kind-reflection = Refleksjon
kind-exercise = Øvelse
kind-session = Veileder til samtale
kind-module = Kursmodul
kind-page = Informasjon
kind-pathway = Forløp
kind-plan = Plan
kind-fragment = Tekst som går igjen
outcomes = Etter modulen
sources = Kilder

# Tid og mengde

minutes =
    { $minutes ->
        [one] omtrent { $minutes } minutt
       *[other] omtrent { $minutes } minutter
    }
hours =
    { $hours ->
        [one] omtrent { $hours } time
       *[other] omtrent { $hours } timer
    }
asks = Oppgaver på siden
tasks =
    { $tasks ->
        [one] { $tasks } oppgave
       *[other] { $tasks } oppgaver
    }

# Hvor ofte

every-login = hver gang du logger inn
every-day = hver dag
every-week = hver uke
every-times-a-week =
    { $number ->
        [one] én gang i uka
       *[other] { $number } ganger i uka
    }
every-days =
    { $number ->
        [1] hver dag
        [2] annenhver dag
       *[other] hver { $number }. dag
    }
every-weeks =
    { $number ->
        [1] hver uke
        [2] annenhver uke
       *[other] hver { $number }. uke
    }
every-months =
    { $number ->
        [1] hver måned
        [2] annenhver måned
       *[other] hver { $number }. måned
    }

# Hvem som ser svaret

share-private = bare for deg
share-therapist = tenkt delt med behandleren

# Oppgaver

reflection = Refleksjon
scale = Skala
choice = Valg
checkin = Innsjekk
homework = Hjemmeoppgave
worksheet = Arbeidsark
quiz = Kunnskapssjekk
your-answer = Svaret ditt
your-note = Et notat, hvis du vil
done = Gjort
choose-one = velg ett svar
choose-several = velg ett eller flere svar
quiz-pass =
    { $needed ->
        [one] for å bestå trenger du { $needed } riktig svar av { $count }
       *[other] for å bestå trenger du { $needed } riktige svar av { $count }
    }
show-feedback = Se svarene
right-answer = Riktig
wrong-answer = Ikke riktig

# Øvelser

exercise = Øvelse
breathe-in =
    { $number ->
        [one] Pust inn i { $number } sekund
       *[other] Pust inn i { $number } sekunder
    }
breathe-hold =
    { $number ->
        [one] Hold pusten i { $number } sekund
       *[other] Hold pusten i { $number } sekunder
    }
breathe-out =
    { $number ->
        [one] Pust ut i { $number } sekund
       *[other] Pust ut i { $number } sekunder
    }
breathe-rest =
    { $number ->
        [one] Vent i { $number } sekund
       *[other] Vent i { $number } sekunder
    }
breathe-rounds =
    { $number ->
        [one] { $number } runde
       *[other] { $number } runder
    }

# Samtaler og forløp

phase = Fase
when-broken-off = når forløpet blir avbrutt
checklist = Sjekkliste
inclusion = Programmet passer for
exclusion = Programmet passer ikke for
instrument = Spørreskjema: { $name }

# Merknader, lyd, film og fotnoter

callout-note = Merk
callout-tip = Tips
callout-important = Viktig
callout-warning = Advarsel
callout-caution = Vær varsom
transcript = Les det som tekst
captions = Teksting
footnotes = Fotnoter
footnote-back = Tilbake til note { $number } i teksten
table = Tabell

# Sider ved siden av programmets egne

answers = Svarene dine
versions = Andre versjoner
unread = Ingen leser det du skriver her. Trenger du hjelp nå:
print = Hele programmet på papir
print-more = Alle sidene i ett dokument. Skriv ut med nettleserens egen utskrift.
offline = Siden er ikke her uten nett
offline-more = Denne siden er ikke lagret på enheten. Den kommer tilbake når du har nett. Det du har skrevet, ligger trygt.
not-found = Siden finnes ikke
not-found-more = Adressen leder ingen steder. Kanskje siden er flyttet, eller det er en skrivefeil i adressen.

# Versjoner, og det som virker uten nett

newer-version = Det finnes en nyere versjon, { $version }. Du kan trygt bli i denne.
version-same = Samme side i versjon { $version }
version-without = Versjon { $version } har ikke denne siden.
version-home = Til startsiden der
offline-kept = Alle sidene på dette språket ligger på denne enheten og virker uten nett.
offline-failed = Noe ble ikke lagret. Siden prøver igjen neste gang du er på nett.
offline-media = Ta med lyd og film
offline-media-progress = Henter lyd og film: { $done } av { $of }
offline-media-kept = Lyd og film ligger på denne enheten.
offline-player = Lyden er ikke lagret på denne enheten. Den kommer tilbake når du har nett.
offline-heading = Uten nett
offline-wait = Sidene lagres på enheten mens du leser.

# Svar som blir på enheten

stays-here = Det du skriver, blir bare på denne enheten.
saved-at = Lagret på denne enheten kl. { $time }
not-saved = Dette ble ikke lagret. Skriv det gjerne ned på papir også.
not-lasting = Ikke lagret: det blir borte når du lukker siden.
not-lasting-title = Her blir ikke svarene lagret
not-lasting-more = Nettleseren lagrer ingenting fra denne siden. Det kan være et privat vindu, eller en innstilling. Det du skriver, blir borte når du lukker siden. Du kan skrive på papir, eller åpne siden i et vanlig vindu.
erased = Svaret er slettet.
begin-new = Begynn på et nytt
erase-answer = Slett svaret
erase-answer-question = Vil du slette svaret? Det kan ikke hentes tilbake.
ask-no = Nei, behold
earlier = Tidligere svar: { $count }
line-title = Svarene dine over tid
line-label = En linje gjennom svarene dine. Tallene står under.
line-numbers = Se tallene

# Kunnskapssjekk

quiz-answer = Svar
quiz-choose-first = Velg et svar først.
quiz-score = { $score } prosent riktig
quiz-passed = { $score } prosent riktig. Du trengte { $pass }. Kunnskapssjekken er bestått.
quiz-not-passed = { $score } prosent riktig. Du trenger { $pass } for å bestå.
quiz-again = Prøv igjen

# Pusten følger en form

breathe-start = Start pusten
breathe-stop = Stopp
breathe-in-now = Inn
breathe-hold-now = Hold
breathe-out-now = Ut
breathe-rest-now = Vent
breathe-count = { $seconds } · runder igjen: { $rounds }
breathe-end = Ferdig. Kjenn etter et øyeblikk før du går videre.
breathe-sound = Myk lyd til pusten

# Siden med svarene

mine-where = Svarene dine ligger bare i denne nettleseren, på denne enheten. Ingen andre leser dem.
mine-limits = De blir borte hvis du sletter nettleserens data, bruker et privat vindu eller bytter enhet. Lagre dem som en fil av og til, så har du dem uansett.
mine-noscript = Svar kan bare lagres når JavaScript er slått på. Du kan lese alt uten, og skrive svarene på papir: hver side kan skrives ut med plass til dem.
mine-all = Det du har skrevet
mine-none = Du har ikke skrevet noe ennå. Når du skriver i en oppgave, står det her.
mine-elsewhere = Svar på oppgaver som ikke er med i denne versjonen
mine-shared = Ta med til samtalen
mine-shared-more = Dette er svarene som er tenkt delt med behandleren. Ingen leser dem her. Skriv dem ut eller lagre dem, og ta dem med. Trenger du hjelp før samtalen:
mine-shared-see = Se det du tar med
mine-shared-file = samtale
mine-keep = Ta vare på svarene
mine-persisted = Nettleseren har lovet å beholde svarene, også når det blir lite plass.
mine-not-persisted = Nettleseren kan slette svarene når det blir lite plass på enheten, eller når siden ikke er brukt på lenge.
mine-persist = Be nettleseren beholde dem
mine-persist-refused = Nettleseren sa nei nå. Lagre svarene som en fil, så er du trygg.
mine-install = Legg siden på enheten
mine-install-more = Du kan legge siden på hjem-skjermen fra nettleserens meny. Da er den lett å finne, og svarene blir bedre tatt vare på.
mine-text = Lagre som tekst
mine-json = Lagre som sikkerhetskopi
mine-print = Skriv ut
mine-import = Hent svar fra en sikkerhetskopi
mine-imported = Hentet { $taken } av { $all } svar. Det du hadde som var nyere, er beholdt.
mine-import-broken = Filen er ikke en sikkerhetskopi herfra. Ingenting er endret.
mine-import-other = Filen er fra et annet program ({ $programme }). Ingenting er endret.
mine-erase-heading = Slett alt
mine-erase-more = Bruk dette hvis andre skal bruke enheten, eller når du er ferdig.
mine-erase = Slett alle svarene
mine-erase-question = Vil du slette alt du har skrevet her? Lagre gjerne en kopi først.
mine-erased = Alle svarene er slettet.
mine-undo = Angre
mine-undone = Svarene er tilbake.

# Søk

search = Søk
search-label = Hva leter du etter?
search-noscript = Søket trenger JavaScript. Alle sidene står i listen under.
search-every = Alle sidene
search-count = Treff: { $count }
search-none = Ingen treff på «{ $words }». Prøv et kortere ord eller et annet ord for det samme. Alle sidene står i listen under, og siden om hjelp når det haster, står øverst.
