# Orden i kursen: fönstret som lärplattformen (LMS) öppnar, kurssidorna, kursintyget och ledarens bok.
# Orden i site.ftl gäller här också.

# Fönstret i lärplattformen

lms-pages = Kurssidorna
lms-leave = Spara och avsluta
lms-left = Det du har gjort är sparat. Du kan stänga fönstret.
lms-progress = Klara moduler: { $done } av { $of }
lms-passed = Du är godkänd
lms-not-passed = Inte godkänd
lms-trouble = Lärplattformen svarar inte. Det du gör finns på den här datorn tills den svarar igen. Låt fönstret stå öppet om du kan.
lms-alone = Kursen är inte öppnad från en lärplattform. Du kan läsa allt, men ingenting registreras.
lms-lost = Lärplattformen tog inte emot det senaste du gjorde. Det finns på den här datorn och följer med nästa gång du öppnar kursen här.
lms-review = Det här är en genomgång. Du kan läsa och pröva, men ingenting registreras.
lms-noscript = Kursen behöver JavaScript för att tala med lärplattformen. Modulerna går att läsa utan.

# Där kursen börjar

course-contents = Modulerna
course-private = Det du skriver i uppgifterna stannar i den här webbläsaren. Lärplattformen får veta hur långt du har kommit och hur det gick med kunskapskontrollerna.
course-elsewhere = Här räknas inte svaren.
course-open = Öppna kursen
course-hours =
    { $number ->
        [one] { $number } timme
       *[other] { $number } timmar
    }
course-pass = Minst { $number } procent rätta svar för att bli godkänd
course-tries =
    { $number ->
        [one] Varje kunskapskontroll kan göras en gång
       *[other] Varje kunskapskontroll kan göras { $number } gånger. Det bästa försöket räknas
    }
course-valid-years =
    { $number ->
        [one] Intyget gäller i { $number } år
       *[other] Intyget gäller i { $number } år
    }
course-valid-weeks =
    { $number ->
        [one] Intyget gäller i { $number } vecka
       *[other] Intyget gäller i { $number } veckor
    }
course-valid-months =
    { $number ->
        [one] Intyget gäller i { $number } månad
       *[other] Intyget gäller i { $number } månader
    }
course-score = { $right } av { $of } svar är rätt ({ $score } procent).
course-passed = Du är godkänd.
course-not-passed = Det räcker inte än. Du behöver { $pass } procent för att bli godkänd.
course-failed = Det räckte inte den här gången. Prata med den som leder kursen.
course-newer = Kursen är uppdaterad från { $before } till { $now }. Det som är som förut står som du lämnade det.
course-changed = Ändrat sedan du läste det: { $modules }
course-new = Nytt: { $modules }
course-same = Inga moduler är ändrade.

# Modulerna

module-changed = ändrad sedan du läste den
module-new = ny
module-done = klar
module-not-passed = inte godkänd
module-check-left = läst, kunskapskontrollen återstår
module-text-left = texten återstår

# Kunskapskontrollen

check-told = lärplattformen får veta resultatet
check-hand-in = Lämna in svaren
check-missing = En eller flera frågor saknar svar. Du står vid den första.
check-tries-left = Försök kvar: { $left }
check-best = Bästa försöket: { $right } av { $of } rätt.
check-passed = Godkänt.
check-not-passed = Inte godkänt.
check-no-more = Det finns inga försök kvar.

# Kursintyget och det som lärdes ut

record = Kursplan
record-programme = Program
record-version = Version
record-date = Versionens datum
record-source = Källans avtryck i git
record-dirty = med ändringar som inte är sparade i git
record-more = Så var kursen i den här versionen. Bokstäverna och siffrorna bakom varje modul är ett avtryck av vad den säger: Är avtrycket detsamma är meningen densamma. Filernas kontrollsummor står i release.json.
record-questions =
    { $number ->
        [0] inga frågor
        [one] { $number } fråga
       *[other] { $number } frågor
    }
record-since = med sedan { $version }
record-not-counted = räknas inte i resultatet
record-untested = Ingen fråga prövar detta.
certificate = Kursintyg
certificate-name = Namn
certificate-text = har genomfört { $course }, version { $version } från { $date }, med de här modulerna:
certificate-unreleased = Den här versionen är inte utgiven. Ett intyg hör till en utgiven version.
certificate-day = Ort och datum
certificate-by = För kliniken

# Boken för den som leder kursen

guide = Ledarens bok
