# Ordene i kurset: vinduet som læringsplattformen (LMS) åpner, kurssidene, kursbeviset og lederens bok.
# Ordene i site.ftl gjelder her også.

# Vinduet i læringsplattformen

lms-pages = Kurssidene
lms-leave = Lagre og avslutt
lms-left = Det du har gjort, er lagret. Du kan lukke vinduet.
lms-progress = Ferdige moduler: { $done } av { $of }
lms-passed = Du har bestått
lms-not-passed = Ikke bestått
lms-trouble = Læringsplattformen svarer ikke. Det du gjør, ligger på denne maskinen til den svarer igjen. La vinduet stå åpent om du kan.
lms-alone = Kurset er ikke åpnet fra en læringsplattform. Du kan lese alt, men ingenting blir registrert.
lms-lost = Læringsplattformen tok ikke imot det siste du gjorde. Det ligger på denne maskinen, og blir med neste gang du åpner kurset her.
lms-review = Dette er en gjennomgang. Du kan lese og prøve deg, men ingenting blir registrert.
lms-noscript = Kurset trenger JavaScript for å snakke med læringsplattformen. Du kan lese modulene uten.

# Der kurset begynner

course-contents = Modulene
course-private = Det du skriver i oppgavene, blir i denne nettleseren. Læringsplattformen får vite hvor langt du er kommet, og hvordan det gikk med kunnskapssjekkene.
course-elsewhere = Her teller ikke svarene.
course-open = Åpne kurset
course-hours =
    { $number ->
        [one] { $number } time
       *[other] { $number } timer
    }
course-pass = Minst { $number } prosent riktige svar for å bestå
course-tries =
    { $number ->
        [one] Hver kunnskapssjekk kan tas én gang
       *[other] Hver kunnskapssjekk kan tas { $number } ganger. Det beste forsøket teller
    }
course-valid-years =
    { $number ->
        [one] Beviset gjelder i { $number } år
       *[other] Beviset gjelder i { $number } år
    }
course-valid-weeks =
    { $number ->
        [one] Beviset gjelder i { $number } uke
       *[other] Beviset gjelder i { $number } uker
    }
course-valid-months =
    { $number ->
        [one] Beviset gjelder i { $number } måned
       *[other] Beviset gjelder i { $number } måneder
    }
course-score = { $right } av { $of } svar er riktige ({ $score } prosent).
course-passed = Du har bestått.
course-not-passed = Det er ikke nok ennå. Du trenger { $pass } prosent for å bestå.
course-failed = Det holdt ikke denne gangen. Snakk med den som leder kurset.
course-newer = Kurset er oppdatert fra { $before } til { $now }. Det som er som før, står slik du forlot det.
course-changed = Endret siden du leste det: { $modules }
course-new = Nytt: { $modules }
course-same = Ingen moduler er endret.

# Modulene

module-changed = endret siden du leste den
module-new = ny
module-done = ferdig
module-not-passed = ikke bestått
module-check-left = lest, kunnskapssjekken gjenstår
module-text-left = teksten gjenstår

# Kunnskapssjekken

check-told = læringsplattformen får vite resultatet
check-hand-in = Lever svarene
check-missing = Ett eller flere spørsmål mangler svar. Du står ved det første.
check-tries-left = Gjenstående forsøk: { $left }
check-best = Beste forsøk: { $right } av { $of } riktige.
check-passed = Bestått.
check-not-passed = Ikke bestått.
check-no-more = Det er ingen forsøk igjen.

# Kursbeviset og det som ble lært bort

record = Kursplan
record-programme = Program
record-version = Versjon
record-date = Dato for versjonen
record-source = Kildens avtrykk i git
record-dirty = med endringer som ikke er lagret i git
record-more = Slik var kurset i denne versjonen. Bokstavene og tallene bak hver modul er et avtrykk av det den sier: Er avtrykket det samme, er meningen den samme. Kontrollsummene til filene står i release.json.
record-questions =
    { $number ->
        [0] ingen spørsmål
        [one] { $number } spørsmål
       *[other] { $number } spørsmål
    }
record-since = med siden { $version }
record-not-counted = teller ikke i resultatet
record-untested = Ingen spørsmål prøver dette.
certificate = Kursbevis
certificate-name = Navn
certificate-text = har gjennomført { $course }, versjon { $version } av { $date }, med disse modulene:
certificate-unreleased = Denne versjonen er ikke utgitt. Et bevis hører til en utgitt versjon.
certificate-day = Sted og dato
certificate-by = For klinikken

# Boka til den som leder kurset

guide = Lederens bok
