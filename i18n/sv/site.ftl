# Orden på sidorna. Du-form, korta och konkreta. Inga utropstecken, inget beröm.
# Samma namn och variabler finns på varje språk. Ord som står ensamma på en rad under en
# uppgift börjar med liten bokstav; stilmallen gör den första stor.

# Språk

language-name = Svenska
languages = Språk
choose-language = Välj språk
language-home = (startsidan)

# Runt varje sida

skip = Gå till innehållet
home = Startsida
contents = Innehåll
trail = Här är du
on-this-page = På den här sidan
pager = Sidan före och sidan efter
previous = Föregående
next = Nästa
undecided = inte bestämt än
version = Version { $version }
updated = Uppdaterad { $date }
date =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] mars
        [4] april
        [5] maj
        [6] juni
        [7] juli
        [8] augusti
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
unapproved = Inte kliniskt godkänt
unapproved-more = Innehållet är inte kliniskt godkänt. Det ska inte användas i behandling.
choose-version = Välj version och språk
whats-new = Nytt i den här versionen
unreleased = Inte utgiven

# Utgåvor

edition = Utgåva: { $name }
edition-therapist = Utgåva för behandlare
edition-course = Utgåva för dig som går kursen
edition-trainer = Utgåva för kursledare

# Startsidan

path = Vägen genom programmet
about = Läs om programmet
tools = Verktyg
tools-short = En minut eller två
tools-middle = Fem till tio minuter
tools-long = En kvart eller mer
plans = Planer
information = Information
guides = Vägledningar och vårdförlopp
modules = Kursen

# Delar av programmet

unit-week = Vecka { $number }
unit-module = Modul { $number }
unit-chapter = Kapitel { $number }
unit-section = Del { $number }
unit-none = Inte skrivet ännu
unit-pages = { $unit }: alla sidor
way-choose = Jag är här nu
way-here = Här är du nu

# Slags sidor

kind-theme = Tema
kind-reflection = Reflektion
kind-exercise = Övning
kind-session = Vägledning till samtal
kind-module = Kursmodul
kind-page = Information
kind-pathway = Vårdförlopp
kind-plan = Plan
kind-fragment = Text som återkommer
outcomes = Efter modulen
sources = Källor

# Tid och mängd

minutes =
    { $minutes ->
        [one] ungefär { $minutes } minut
       *[other] ungefär { $minutes } minuter
    }
hours =
    { $hours ->
        [one] ungefär { $hours } timme
       *[other] ungefär { $hours } timmar
    }
asks = Uppgifter på sidan
tasks =
    { $tasks ->
        [one] { $tasks } uppgift
       *[other] { $tasks } uppgifter
    }

# Hur ofta

every-login = varje gång du loggar in
every-day = varje dag
every-week = varje vecka
every-times-a-week =
    { $number ->
        [one] en gång i veckan
       *[other] { $number } gånger i veckan
    }
every-days =
    { $number ->
        [1] varje dag
        [2] varannan dag
       *[other] var { $number }:e dag
    }
every-weeks =
    { $number ->
        [1] varje vecka
        [2] varannan vecka
       *[other] var { $number }:e vecka
    }
every-months =
    { $number ->
        [1] varje månad
        [2] varannan månad
       *[other] var { $number }:e månad
    }

# Vem som ser svaret

share-private = bara för dig
share-therapist = tänkt att delas med behandlaren

# Uppgifter

reflection = Reflektion
scale = Skala
choice = Val
checkin = Incheckning
homework = Hemuppgift
worksheet = Arbetsblad
quiz = Kunskapskontroll
your-answer = Ditt svar
your-note = En anteckning, om du vill
done = Gjort
choose-one = välj ett svar
choose-several = välj ett eller flera svar
quiz-pass =
    { $needed ->
        [one] för godkänt behöver du { $needed } rätt svar av { $count }
       *[other] för godkänt behöver du { $needed } rätta svar av { $count }
    }
show-feedback = Se svaren
right-answer = Rätt
wrong-answer = Inte rätt

# Övningar

exercise = Övning
breathe-in =
    { $number ->
        [one] Andas in i { $number } sekund
       *[other] Andas in i { $number } sekunder
    }
breathe-hold =
    { $number ->
        [one] Håll andan i { $number } sekund
       *[other] Håll andan i { $number } sekunder
    }
breathe-out =
    { $number ->
        [one] Andas ut i { $number } sekund
       *[other] Andas ut i { $number } sekunder
    }
breathe-rest =
    { $number ->
        [one] Vänta i { $number } sekund
       *[other] Vänta i { $number } sekunder
    }
breathe-rounds =
    { $number ->
        [one] { $number } omgång
       *[other] { $number } omgångar
    }

# Samtal och vårdförlopp

phase = Fas
when-broken-off = när förloppet avbryts
checklist = Checklista
inclusion = Programmet passar för
exclusion = Programmet passar inte för
instrument = Frågeformulär: { $name }

# Anmärkningar, ljud, film och fotnoter

callout-note = Notera
callout-tip = Tips
callout-important = Viktigt
callout-warning = Varning
callout-caution = Var varsam
transcript = Läs det som text
captions = Undertexter
footnotes = Fotnoter
footnote-back = Tillbaka till not { $number } i texten
table = Tabell

# Sidor vid sidan av programmets egna

answers = Dina svar
versions = Andra versioner
unread = Ingen läser det du skriver här. Behöver du hjälp nu:
print = Hela programmet på papper
print-more = Alla sidor i ett dokument. Skriv ut med webbläsarens egen utskrift.
offline = Sidan finns inte här utan nät
offline-more = Den här sidan är inte sparad på enheten. Den kommer tillbaka när du har nät. Det du har skrivit ligger tryggt.
not-found = Sidan finns inte
not-found-more = Adressen leder ingenstans. Kanske har sidan flyttat, eller så är det ett skrivfel i adressen.

# Versioner, och det som fungerar utan nät

newer-version = Det finns en nyare version, { $version }. Du kan tryggt stanna i den här.
version-same = Samma sida i version { $version }
version-without = Version { $version } har inte den här sidan.
version-home = Till startsidan där
offline-kept = Alla sidor på det här språket ligger på den här enheten och fungerar utan nät.
offline-failed = Något sparades inte. Sidan försöker igen nästa gång du är på nätet.
offline-media = Ta med ljud och film
offline-media-progress = Hämtar ljud och film: { $done } av { $of }
offline-media-kept = Ljud och film ligger på den här enheten.
offline-player = Ljudet är inte sparat på den här enheten. Det kommer tillbaka när du har nät.
offline-heading = Utan nät
offline-wait = Sidorna sparas på enheten medan du läser.

# Svar som stannar på enheten

stays-here = Det du skriver stannar på den här enheten.
saved-at = Sparat på den här enheten kl. { $time }
not-saved = Det här sparades inte. Skriv gärna ner det på papper också.
not-lasting = Inte sparat: det försvinner när du stänger sidan.
not-lasting-title = Här sparas inte svaren
not-lasting-more = Webbläsaren sparar ingenting från den här sidan. Det kan vara ett privat fönster, eller en inställning. Det du skriver försvinner när du stänger sidan. Du kan skriva på papper, eller öppna sidan i ett vanligt fönster.
erased = Svaret är raderat.
begin-new = Börja på ett nytt
erase-answer = Radera svaret
erase-answer-question = Vill du radera svaret? Det går inte att hämta tillbaka.
ask-no = Nej, behåll
earlier = Tidigare svar: { $count }
line-title = Dina svar över tid
line-label = En linje genom dina svar. Siffrorna står under.
line-numbers = Se siffrorna

# Kunskapskontroll

quiz-answer = Svara
quiz-choose-first = Välj ett svar först.
quiz-score = { $score } procent rätt
quiz-passed = { $score } procent rätt. Du behövde { $pass }. Kunskapskontrollen är godkänd.
quiz-not-passed = { $score } procent rätt. Du behöver { $pass } för att bli godkänd.
quiz-again = Försök igen

# Andningen följer en form

breathe-start = Starta andningen
breathe-stop = Stopp
breathe-in-now = In
breathe-hold-now = Håll
breathe-out-now = Ut
breathe-rest-now = Vänta
breathe-count = { $seconds } · varv kvar: { $rounds }
breathe-end = Klart. Känn efter en stund innan du går vidare.
breathe-sound = Mjukt ljud till andningen

# Sidan med svaren

mine-where = Dina svar finns bara i den här webbläsaren, på den här enheten. Ingen annan läser dem.
mine-limits = De försvinner om du rensar webbläsarens data, använder ett privat fönster eller byter enhet. Spara dem som en fil ibland, så har du dem ändå.
mine-noscript = Svar kan bara sparas när JavaScript är på. Du kan läsa allt utan, och skriva svaren på papper: varje sida kan skrivas ut med plats för dem.
mine-all = Det du har skrivit
mine-none = Du har inte skrivit något än. När du skriver i en uppgift står det här.
mine-elsewhere = Svar på uppgifter som inte är med i den här versionen
mine-shared = Ta med till samtalet
mine-shared-more = Det här är svaren som är tänkta att delas med behandlaren. Ingen läser dem här. Skriv ut dem eller spara dem, och ta med dem. Behöver du hjälp före samtalet:
mine-shared-see = Se det du tar med
mine-shared-file = samtal
mine-keep = Ta vara på svaren
mine-persisted = Webbläsaren har lovat att behålla svaren, även när det blir ont om plats.
mine-not-persisted = Webbläsaren kan radera svaren när det blir ont om plats på enheten, eller när sidan inte har använts på länge.
mine-persist = Be webbläsaren behålla dem
mine-persist-refused = Webbläsaren sa nej nu. Spara svaren som en fil, så är du trygg.
mine-install = Lägg sidan på enheten
mine-install-more = Du kan lägga sidan på hemskärmen från webbläsarens meny. Då är den lätt att hitta, och svaren tas bättre om hand.
mine-text = Spara som text
mine-json = Spara som säkerhetskopia
mine-print = Skriv ut
mine-import = Hämta svar från en säkerhetskopia
mine-imported = Hämtade { $taken } av { $all } svar. Det du hade som var nyare är kvar.
mine-import-broken = Filen är ingen säkerhetskopia härifrån. Inget är ändrat.
mine-import-other = Filen är från ett annat program ({ $programme }). Inget är ändrat.
mine-erase-heading = Radera allt
mine-erase-more = Använd det här om andra ska använda enheten, eller när du är klar.
mine-erase = Radera alla svar
mine-erase-question = Vill du radera allt du har skrivit här? Spara gärna en kopia först.
mine-erased = Alla svar är raderade.
mine-undo = Ångra
mine-undone = Svaren är tillbaka.

# Sökning

search = Sök
search-label = Vad letar du efter?
search-noscript = Sökningen behöver JavaScript. Alla sidor står i listan nedanför.
search-every = Alla sidor
search-count = Träffar: { $count }
search-none = Inga träffar på ”{ $words }”. Prova ett kortare ord eller ett annat ord för samma sak. Alla sidor står i listan nedanför, och sidan om hjälp när det är bråttom står överst.
