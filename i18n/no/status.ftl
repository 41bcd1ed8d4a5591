# Statussiden: for dem som skriver programmet og svarer for det. Aldri for deltakere.

## Rundt siden

skip = Gå til innholdet
languages = Språk
status = Status
heading = Slik står det til
internal = Bare for dere som lager programmet. Siden viser kladder og hvem som har godkjent hva, og skal ikke publiseres.
version = Versjon { $version }
judged = Regnet fra { $date }, datoen på kilden.
judged-unknown = Kilden har ingen historikk, så datoene på siden er ikke sammenlignet med noen dag.
contents = På denne siden
file = Alle tallene som data
more = og { $count } til

## Kort sagt

figures = Kort sagt
figure-pages = Sider
figure-waiting = Tekster som venter
figure-outside = Uker utenfor løftet
figure-hard = For tunge tekster
figure-approved = Godkjenninger
figure-overdue = Over fristen
of = { $count } av { $all }

## Kartet

map = Kart over programmet
map-about = Hver figur er en side, i den rekkefølgen den leses.
part = Del
nothing = ikke skrevet ennå
unit-week = Uke { $number }
unit-module = Modul { $number }
unit-chapter = Kapittel { $number }
unit-section = Del { $number }
kind-theme = Temaer
kind-reflection = Refleksjoner
kind-exercise = Øvelser
kind-session = Veiledere til samtaler
kind-module = Kursmoduler
kind-page = Informasjon
kind-pathway = Forløp
kind-plan = Planer
kind-fragment = Tekst som går igjen
one-theme = tema
one-reflection = refleksjon
one-exercise = øvelse
one-session = veileder til samtale
one-module = kursmodul
one-page = informasjon
one-pathway = forløp
one-plan = plan
one-fragment = tekst som går igjen
state-source = kilde
state-current = oppdatert
state-stale = utdatert
state-unaccepted = ikke bekreftet ennå
state-unmarked = umerket
state-draft = kladd
state-missing = mangler
count-source =
    { $count ->
        [one] { $count } kilde
       *[other] { $count } kilder
    }
count-current =
    { $count ->
        [one] { $count } oppdatert
       *[other] { $count } oppdaterte
    }
count-stale =
    { $count ->
        [one] { $count } utdatert
       *[other] { $count } utdaterte
    }
count-unaccepted = { $count } ikke bekreftet
count-unmarked =
    { $count ->
        [one] { $count } umerket
       *[other] { $count } umerkede
    }
count-draft =
    { $count ->
        [one] { $count } kladd
       *[other] { $count } kladder
    }
count-missing = { $count } mangler
meaning-source = de andre språkene er laget av denne
meaning-current = oversatt fra kilden slik den er nå
meaning-stale = kilden er endret etter oversettelsen
meaning-unaccepted = ingen har bekreftet at oversettelsen er ferdig
meaning-unmarked = ingen har sagt hvilket språk som er kilden
meaning-draft = blir ikke med i noen utgave
meaning-missing = siden finnes ikke på språket
legend = Figurene

## Det som venter

waiting = Det som venter på noen
waiting-none = Alle sidene som er skrevet, finnes på alle språk, og oversettelsene følger kilden.

## Tid

load = Tid i uka
load-promise = Programmet lover { $from } til { $to } minutter om dagen, { $days } dager i uka. Det lyse feltet er løftet.
load-no-promise = programme.yaml lover ikke noe om tid (schedule.load).
load-none-yet = Ingen sider i ukene har minutter ennå.
load-minutes = { $minutes } min om dagen
load-within = som lovet
load-over = mer enn lovet
load-under = mindre enn lovet
load-most = { $minutes } min i alt. Mest tid tar:
minutes = { $minutes } min

## Lesbarhet

lix = Hvor tungt det er å lese
lix-about = LIX regner med lange ord og lange setninger. Under 30 er lettlest, over 50 er tungt. Hver prikk er en tekst; det lyse feltet går til grensen. Tekster under 100 ord er ikke med.
lix-patients = for pasienter og pårørende
lix-others = for fagfolk
lix-texts =
    { $count ->
        [one] { $count } tekst
       *[other] { $count } tekster
    }
lix-span = fra { $low } til { $high }
lix-target = mål { $target }, grense { $limit }
lix-limit = grense { $limit }
lix-over =
    { $count ->
        [0] ingen over grensen
        [one] { $count } over grensen
       *[other] { $count } over grensen
    }
lix-each = hver prikk er opptil { $count } tekster
lix-hard = Over grensen
lix-value = LIX { $lix }, grense { $limit }
lix-none = Ingen tekster er lange nok til å måles.

## Godkjenning

approvals = Godkjenninger
approvals-none = programme.yaml krever ingen godkjenninger (approvals).
approval-valid = godkjent slik den er nå
approval-void = endret etter godkjenningen
approval-missing = ikke godkjent
reviews = Skal leses på nytt
overdue = Over fristen
overdue-none = Ingen sider er over fristen.
coming = De neste
by = innen { $date }
undated =
    { $count ->
        [one] { $count } side har ingen dato for ny lesing.
       *[other] { $count } sider har ingen dato for ny lesing.
    }

## Lenker og medier

links = Lenker mellom sidene
orphans = Ingen andre sider lenker hit
orphans-about = Menyene fører til alle sidene. Her er de som ikke nevnes i noen tekst.
orphans-none = Alle sidene nevnes i minst én annen tekst.
most-linked = Flest lenker hit
media = Bilder, lyd og film
media-total = { $size } kB i alt, hver fil talt én gang.
media-none = Ingen sider viser bilder, lyd eller film.
size = { $size } kB

## Alle sidene

pages = Alle sidene
words = { $count } ord
lix-is = LIX { $lix }
too-hard = over grensen
links-in =
    { $count ->
        [one] { $count } side lenker hit
       *[other] { $count } sider lenker hit
    }
links-out = lenker til { $count }
media-size = medier { $size } kB
read-again = leses på nytt
