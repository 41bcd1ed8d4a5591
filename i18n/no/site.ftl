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
