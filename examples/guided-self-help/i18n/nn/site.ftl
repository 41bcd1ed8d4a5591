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
