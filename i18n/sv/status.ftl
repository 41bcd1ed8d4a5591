# Statussidan: för dem som skriver programmet och svarar för det. Aldrig för deltagare.

## Runt sidan

skip = Gå till innehållet
languages = Språk
status = Status
heading = Så här ligger det till
internal = Bara för er som gör programmet. Sidan visar utkast och vem som har godkänt vad, och ska inte publiceras.
version = Version { $version }
judged = Räknat från { $date }, källans datum.
judged-unknown = Källan har ingen historik, så datumen på sidan är inte jämförda med någon dag.
contents = På den här sidan
file = Alla siffror som data
more = och { $count } till

## I korthet

figures = I korthet
figure-pages = Sidor
figure-waiting = Texter som väntar
figure-outside = Veckor utanför löftet
figure-hard = För tunga texter
figure-approved = Godkännanden
figure-overdue = Över tiden
of = { $count } av { $all }

## Kartan

map = Karta över programmet
map-about = Varje figur är en sida, i den ordning den läses.
part = Del
nothing = inte skrivet än
unit-week = Vecka { $number }
unit-module = Modul { $number }
unit-chapter = Kapitel { $number }
unit-section = Del { $number }
kind-theme = Teman
kind-reflection = Reflektioner
kind-exercise = Övningar
kind-session = Vägledningar till samtal
kind-module = Kursmoduler
kind-page = Information
kind-pathway = Vårdförlopp
kind-plan = Planer
kind-fragment = Återkommande text
one-theme = tema
one-reflection = reflektion
one-exercise = övning
one-session = vägledning till samtal
one-module = kursmodul
one-page = information
one-pathway = vårdförlopp
one-plan = plan
one-fragment = återkommande text
state-source = källa
state-current = aktuell
state-stale = inaktuell
state-unaccepted = inte bekräftad än
state-unmarked = omärkt
state-draft = utkast
state-missing = saknas
count-source =
    { $count ->
        [one] { $count } källa
       *[other] { $count } källor
    }
count-current =
    { $count ->
        [one] { $count } aktuell
       *[other] { $count } aktuella
    }
count-stale =
    { $count ->
        [one] { $count } inaktuell
       *[other] { $count } inaktuella
    }
count-unaccepted =
    { $count ->
        [one] { $count } inte bekräftad
       *[other] { $count } inte bekräftade
    }
count-unmarked =
    { $count ->
        [one] { $count } omärkt
       *[other] { $count } omärkta
    }
count-draft = { $count } utkast
count-missing = { $count } saknas
meaning-source = de andra språken är gjorda av den här
meaning-current = översatt från källan som den är nu
meaning-stale = källan har ändrats efter översättningen
meaning-unaccepted = ingen har bekräftat att översättningen är klar
meaning-unmarked = ingen har sagt vilket språk som är källan
meaning-draft = kommer inte med i någon utgåva
meaning-missing = sidan finns inte på språket
legend = Figurerna

## Det som väntar

waiting = Det som väntar på någon
waiting-none = Alla sidor som är skrivna finns på alla språk, och översättningarna följer källan.

## Tid

load = Tid i veckan
load-promise = Programmet lovar { $from } till { $to } minuter om dagen, { $days } dagar i veckan. Det ljusa fältet är löftet.
load-no-promise = programme.yaml lovar ingenting om tid (schedule.load).
load-none-yet = Inga sidor i veckorna har minuter än.
load-minutes = { $minutes } min om dagen
load-within = som utlovat
load-over = mer än utlovat
load-under = mindre än utlovat
load-most = { $minutes } min totalt. Mest tid tar:
minutes = { $minutes } min

## Läsbarhet

lix = Hur tungt det är att läsa
lix-about = LIX räknar med långa ord och långa meningar. Under 30 är lättläst, över 50 är tungt. Varje prick är en text; det ljusa fältet går till gränsen. Texter under 100 ord är inte med.
lix-patients = för patienter och närstående
lix-others = för yrkesverksamma
lix-texts =
    { $count ->
        [one] { $count } text
       *[other] { $count } texter
    }
lix-span = från { $low } till { $high }
lix-target = mål { $target }, gräns { $limit }
lix-limit = gräns { $limit }
lix-over =
    { $count ->
        [0] ingen över gränsen
        [one] { $count } över gränsen
       *[other] { $count } över gränsen
    }
lix-each = varje prick är upp till { $count } texter
lix-hard = Över gränsen
lix-value = LIX { $lix }, gräns { $limit }
lix-none = Inga texter är långa nog att mäta.

## Godkännande

approvals = Godkännanden
approvals-none = programme.yaml kräver inga godkännanden (approvals).
approval-valid = godkänd som den är nu
approval-void = ändrad efter godkännandet
approval-missing = inte godkänd
reviews = Ska läsas på nytt
overdue = Över tiden
overdue-none = Inga sidor är över tiden.
coming = De närmaste
by = senast { $date }
undated =
    { $count ->
        [one] { $count } sida har inget datum för ny läsning.
       *[other] { $count } sidor har inget datum för ny läsning.
    }

## Länkar och medier

links = Länkar mellan sidorna
orphans = Inga andra sidor länkar hit
orphans-about = Menyerna leder till alla sidor. Här är de som inte nämns i någon text.
orphans-none = Alla sidor nämns i minst en annan text.
most-linked = Flest länkar hit
media = Bilder, ljud och film
media-total = { $size } kB totalt, varje fil räknad en gång.
media-none = Inga sidor visar bilder, ljud eller film.
size = { $size } kB

## Alla sidor

pages = Alla sidor
words = { $count } ord
lix-is = LIX { $lix }
too-hard = över gränsen
links-in =
    { $count ->
        [one] { $count } sida länkar hit
       *[other] { $count } sidor länkar hit
    }
links-out = länkar till { $count }
media-size = medier { $size } kB
read-again = läses på nytt
