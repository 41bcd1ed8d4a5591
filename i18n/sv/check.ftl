# Det `andrum check` säger. Ett meddelande heter detsamma som kontrollen, eller det och en variant efter; `.help` säger
# hur du rättar den, och `why-…` varför den spelar roll. Namn mellan `…` skrivs lika på alla språk.

## Runt meddelandena

level-error = fel
level-warning = varning
help = hjälp
why = varför
note = obs
fixable = `andrum check --fix` rättar det här åt dig.
did-you-mean = Menade du `{ $nearest }`?
unknown-lint = Det finns ingen kontroll som heter `{ $name }`.
built =
    { $pages ->
        [one] Utgåvan `{ $edition }`: 1 sida
       *[other] Utgåvan `{ $edition }`: { $pages } sidor
    }
rename-nothing = Här finns inget som kan byta namn. Ställ markören på id:t för en sida, en uppgift eller en övning.
rename-released = `{ $id }` är utgivet. Svar och länkar hänger på det, så det behåller sitt namn.
serve-started = Sidorna följer innehållet när det sparas. Ctrl-C avslutar.
serve-polling = Systemet kan inte berätta om ändringar ({ $reason }), så alla filer ses över en gång i sekunden.
serve-port-used = Port { $port } används, kanske av en annan andrum. Prova --port { $free }.

progress-reading = Läser
progress-checking = Kontrollerar
progress-writing = Skriver
mended =
    { $count ->
        [one] Rättade 1 fel.
       *[other] Rättade { $count } fel.
    }
summary-clean =
    { $pages ->
        [one] Ingenting att rätta på 1 sida
       *[other] Ingenting att rätta på { $pages } sidor
    } ({ $time })
summary =
    { $errors ->
        [0] Inga fel
        [one] 1 fel
       *[other] { $errors } fel
    } och { $warnings ->
        [0] inga varningar
        [one] 1 varning
       *[other] { $warnings } varningar
    } på { $pages ->
        [one] 1 sida
       *[other] { $pages } sidor
    } ({ $time })

## Det andra stället

first-here = först här
twin-here = samma ställe på det andra språket
audience-here = här står det vem som får läsa den
unclosed-block-opener = det här blocket står öppet och stängs med `{ $colons }`

## Form: det översta på sidan och programme.yaml

yaml-syntax = Den här raden går inte att läsa som YAML
    .help = Se efter om ett kolon, ett citattecken eller en parentes saknas, här eller på raden ovanför.
yaml-syntax-open = Sidan öppnar med `---`, men nycklarna tar aldrig slut
    .help = Skriv `---` på en egen rad efter den sista nyckeln.
yaml-syntax-tab = Raden har indrag med tabb
    .help = Gör indrag med mellanslag, två för varje nivå.
yaml-syntax-alias = Ett värde kan inte börja med `&` eller `*`
    .help = Menar du själva tecknet, sätter du raka citattecken runt hela värdet.
yaml-syntax-too-much = Här står det mer, eller så ligger det djupare, än andrum läser
    .help = Flytta ned långa texter på sidan, och håll dig till få nivåer.
yaml-syntax-colon = Värdet innehåller ett kolon med mellanslag efter
    .help = Sätt raka citattecken runt hela värdet, som i `title: "Vecka 3: När det blir för mycket"`.
yaml-syntax-quote = Ett citattecken öppnas här och stängs aldrig
    .help = Stäng med samma tecken, eller ta bort det.
unknown-key = Det finns ingen nyckel som heter `{ $key }` här
    .help = Nycklarna är engelska oavsett språk. Se också efter att den har rätt indrag.
missing-key = Nyckeln `{ $key }` saknas
    .help = Lägg till `{ $key }:` med ett värde, på alla språk.
missing-key-kind = En sida av typen `{ $kind }` måste ha nyckeln `{ $key }`
    .help = Lägg till `{ $key }:` överst på sidan, på alla språk.
missing-key-session = En sida av typen `session` måste ha nyckeln `contact` eller `unit`
    .help = Skriv vilken kontakt i tidsplanen som guiden är till för, eller vilken vecka.
missing-key-front = Sidan saknar nycklarna som ska stå överst
    .help = Börja filen med `---`, sedan `id`, `kind` och `title` på var sin rad, och så `---` igen.
missing-key-programme = Här finns det ingen `programme.yaml`
    .help = Gå till mappen där den ligger, eller ange mappen med `--root`.
missing-key-only = `only` måste säga vem det är för: `audience` eller `site`
    .help = Skriv `{"{"}audience=physician{"}"}` eller `{"{"}site=mellerud{"}"}` inom klamrarna.
missing-key-attribute = Blocket `{ $block }` måste ha attributet `{ $attribute }`
    .help = Lägg till `{ $attribute }=…` i klammerparentesen.
wrong-type =
    { $expected ->
        [flag] Här ska det stå `true` eller `false`
        [whole] Här ska det stå ett heltal, med siffror och utan citattecken
        [id] Här ska det stå ett id: små bokstäver a–z, siffror och bindestreck, som `w03-limits`
        [date] Här ska det stå ett datum, som `2026-03-09`
        [duration] Här ska det stå en tid, som `P2D` (två dagar) eller `P5W` (fem veckor)
        [version] Här ska det stå en version, som `1.4.0`
        [every] Här ska det stå hur ofta: `login`, `day`, `week`, `5/week` eller en tid som `P2D`
        [word] Här ska det stå ett av orden som hör till nyckeln
        [list] Här ska det stå en lista, som `[patient, relative]`
        [between] Här ska det stå två heltal med det lägsta först, som `[60, 120]`
        [map] Här ska det stå egna nycklar, var och en med sitt värde
       *[text] Här ska det stå text
    }
    .help = `andrum explain wrong-type` visar hur varje slags värde skrivs.
wrong-type-word = `{ $value }` kan inte stå här
    .help = Välj ett av de här: { $words }.
wrong-type-worksheet = Arbetsbladet saknar en tabell att fylla i
    .help = Lägg till en tabell med kolumnernas namn på översta raden.
wrong-type-checkin = Incheckningen frågar inte om något
    .help = Sätt in en `scale` eller en `choice`.
wrong-type-quiz = Kunskapskontrollen saknar frågor
    .help = Skriv varje fråga som en rubrik, `### …`, med alternativen i en lista under.
wrong-type-question = Frågan saknar alternativ
    .help = Lista dem under den: `- [x]` framför ett rätt, `- [ ]` framför de andra.
wrong-type-options = Blocket `{ $block }` saknar en lista
    .help = Skriv varje punkt på en rad som börjar med `- `.
wrong-type-anchor = Den här raden i skalan börjar inte med ett tal
    .help = Skriv talet, ett kolon och orden, som i `- 0: helt lugn`.
out-of-range = { $value } ligger inte mellan { $from } och { $to }
    .help = Välj ett tal från { $from } till { $to }.
out-of-range-order = Det lägsta talet ska stå först
    .help = Låt de två talen byta plats.
out-of-range-scale = Skalan går baklänges eller har mer än { $most } steg
    .help = Låt `from` vara lägre än `to`, eller gör `step` större.
duplicate-key = `{ $key }` står två gånger
    .help = Behåll den som är rätt, och ta bort den andra.

## Form: filer och sidor

not-utf8 = Det här tecknet går inte att läsa, eftersom filen inte är sparad som UTF-8
    .help = Spara filen på nytt med teckenkodningen UTF-8, och läs igenom sidan.
path-not-nfc = I `{ $path }` är en bokstav som å lagrad som två tecken
    .help = Ge filen ett nytt namn. Säkrast är ett namn utan å, ä och ö.
unknown-block = Det finns inget block som heter `{ $name }`
    .help = Blocken har engelska namn oavsett språk. Vill du ha kolon som vanlig text, skriver du `\:::`.
unknown-block-leaf = `{ $name }` skrivs med två kolon, på en rad
    .help = Skriv `::{ $name }`, och ta bort det avslutande `:::`.
unknown-block-container = `{ $name }` skrivs med tre kolon och stängs igen
    .help = Skriv `:::{ $name }`, och `:::` på en egen rad där det slutar.
unknown-block-fragment = `{ $id }` kan inte stå i ett fragment, som flera sidor hämtar in
    .help = Flytta det till en egen sida. Ett fragment har text, bilder och ljud.
unknown-block-checkin = `{ $name }` kan inte stå inuti en incheckning
    .help = En incheckning har skalor och val. Flytta resten till före eller efter den.
unknown-attribute = `{ $block }` har inget attribut som heter `{ $attribute }`
    .help = Attributen är engelska oavsett språk.
unknown-attribute-bracket = Hakparentesen runt titeln öppnas här och stängs aldrig
    .help = Avsluta titeln med `]`, före klammerparentesen.
unknown-attribute-unclosed = Klammerparentesen öppnas här och stängs aldrig
    .help = Avsluta attributen med en klammerparentes på samma rad.
unknown-attribute-quote = Ett citattecken öppnas här och stängs aldrig
    .help = Stäng det före klammerparentesen, som i `key="two words"`.
unknown-attribute-word-quotes = Det här är typografiska citattecken, som Word sätter in
    .help = Använd raka citattecken, och bara när värdet innehåller mellanslag.
unknown-attribute-after = De här orden kan inte stå på raden som öppnar ett block
    .help = Flytta dem till nästa rad.
missing-share = Blocket `{ $block }` säger inte vem som får läsa svaret
    .help = Skriv `share=therapist` om behandlaren ska läsa det, annars `share=private`.
unclosed-block = Blocket `{ $name }` har aldrig stängts
    .help = Skriv `{ $colons }` på en egen rad där det slutar, troligen rad { $line }.
unclosed-block-comment = Kommentaren öppnas här och stängs aldrig
    .help = Skriv `-->` där den slutar.
unclosed-block-stray = Inget öppet block kan stängas av den här raden
    .help = Ta bort den, eller ge den lika många kolon som raden som öppnar blocket.
block-in-quote = Ett block kan inte stå i ett citat, en lista eller en fotnot
    .help = Flytta det längst ut till vänster, med en tom rad ovanför.
block-in-quote-depth = Det här ligger djupare än { $levels } nivåer
    .help = Låt de inre delarna komma efter varandra i stället.
raw-html = `{ $tag }` är HTML, och en sida skrivs i Markdown
    .help = Skriv samma sak i Markdown, som `**fetstil**`. Menar du själva tecknet, skriver du `\<`.
raw-html-behind = De här orden står bakom en kommentar på samma rad och skulle gå förlorade
    .help = Flytta dem till nästa rad.
unsafe-svg = `{ $part }` i bilden kan köras eller hämta något utifrån
    .help = Spara bilden på nytt som ren SVG, eller använd en PNG.
unsafe-scheme = En länk kan inte börja med `{ $scheme }:`
    .help = Använd `https:`, `mailto:` eller `tel:`, eller `[[id]]` för en sida i programmet.
unknown-fact = Det finns ingen uppgift som heter `{ $fact }`
    .help = Lägg till den under `facts` i `programme.yaml`, eller skriv talet här.
unknown-fact-site = `{ $fact }` skiljer sig mellan platserna, och utgåvan `{ $edition }` är för läsare på alla
    .help = Skriv vilken plats, som i `{"{{"}facts.namn.plats{"}}"}`, eller ge utgåvan en `site`.
unknown-fact-title = Titlar tar vanliga ord: en uppgift sätts inte in här
    .help = Skriv siffran, eller säg det i texten nedanför.
unknown-fact-address = Adresser tar vanliga ord: en uppgift sätts inte in här
    .help = Skriv numret eller adressen själv.
unknown-instrument = Det finns inget frågeformulär som heter `{ $id }`
    .help = Lägg till det under `instruments` i `programme.yaml`.
unknown-name-site = Det finns ingen plats som heter `{ $name }`
    .help = Platser står under `sites` i `programme.yaml`, kontakter under `contacts` i `schedule`.
unknown-name-contact = Det finns ingen kontakt som heter `{ $name }`
    .help = Platser står under `sites` i `programme.yaml`, kontakter under `contacts` i `schedule`.

## Id:n

duplicate-id = Id:t `{ $id }` är upptaget
    .help = Ge det nyaste ett annat id, lika på alla språk.
duplicate-id-part = Id:t `{ $id }` står två gånger i samma uppgift
    .help = Ge det nyaste ett annat id, lika på alla språk.
duplicate-id-anchor = Två rubriker på sidan har ankaret `{ $anchor }`
    .help = Ge en av dem ett eget ankare, sist på raden: `{"{"}#…{"}"}`.
missing-id = Blocket `{ $block }` saknar id
    .help = Skriv ett i klammerparentesen, `{"{"}#…{"}"}`, lika på alla språk.
missing-id-part =
    { $part ->
        [question] Frågan saknar id
        [column] Kolumnen saknar id
       *[option] Alternativet saknar id
    }
    .help = Skriv ett efter orden, `{"{"}#…{"}"}`, lika på alla språk.
malformed-id = `{ $id }` kan inte vara ett id
    .help = Använd små bokstäver a–z, siffror och enkla bindestreck, en bokstav först, högst 64 tecken.

## Språk

missing-translation =
    { $language ->
        [no] `{ $id }` saknas på norska
        [sv] `{ $id }` saknas på svenska
       *[other] `{ $id }` saknas på språket `{ $language }`
    }
    .help = Kopiera sidan till `content/{ $language }/`, och översätt orden. Låt id:n och attribut stå kvar.
different-structure =
    `{ $id }` är inte likadant byggd på alla språk: på { $language ->
        [no] norska
        [sv] svenska
       *[other] `{ $language }`
    } kommer { $here ->
        [none] inget mer
        [end] slutet på ett block
       *[other] `{ $here }`
    }, på { $other ->
        [no] norska
        [sv] svenska
       *[other] `{ $other }`
    } { $there ->
        [none] inget mer
        [end] slutet på ett block
       *[other] `{ $there }`
    }
    .help = Bestäm vad som är rätt, och gör den andra likadan. Bara orden ska skilja sig åt.
different-structure-key = `{ $key }` är inte lika på alla språk
    .help = Bestäm vilket värde som är rätt, och skriv det på alla språk.
missing-word = Ordet `{ $word }` saknas
    .help = Lägg till en rad med `{ $word } = …` i den här filen.
missing-word-file = Det står inga ord i `{ $file }`
    .help = Kopiera filen från ett annat språk, och översätt det som står efter `=`.
missing-word-syntax = Ordet som står här går inte att läsa
    .help = Skriv `namn = ord` på en rad, och stäng alla klammerparenteser.
unused-word = Ingenting frågar efter ordet `{ $word }`
    .help = Se efter att namnet är stavat som i mallen, eller ta bort raden.

## Länkar och medier

broken-link = `{ $target }` leder ingenstans
    .help = Länka med id: `[[id]]` eller `[[id|ord]]`. Det håller när filer flyttas.
broken-link-file = Filen `{ $target }` finns inte i projektet
    .help = Se efter att namnet stämmer, även stora och små bokstäver, och att filen är tillagd.
broken-link-fragment = Det finns inget fragment som heter `{ $target }`
    .help = Skriv id:t för en sida av typen `fragment`.
broken-link-circle = Fragmentet `{ $target }` hämtar in sig självt, här eller genom andra
    .help = Ta bort en av raderna som hämtar in det, så att cirkeln öppnas.
broken-link-kind = `{ $target }` är en sida av typen `{ $kind }`, och här behövs en övning
    .help = Välj en sida av typen `exercise`, eller länka med `[[{ $target }]]`.
broken-anchor = `{ $id }` har ingen rubrik med ankaret `{ $anchor }`
    .help = Skriv `{"{"}#{ $anchor }{"}"}` sist på raden med rubriken, på alla språk.
audience-leak = Utgåvan `{ $edition }` har den här länken, men inte sidan `{ $target }`
    .help = `{ $target }` är till för: { $readers }. Ta bort länken, eller flytta in den i `:::only`.
missing-alt = Bilden saknar text som säger vad den visar
    .help = Skriv den mellan hakparenteserna: `![…](…)`.
external-resource = `{ $source }` hämtas från en annan webbplats
    .help = Spara filen i `content/media/`, om ni får, och hänvisa till den där.
external-resource-link = `{ $path }` pekar bara på en fil utanför projektet
    .help = Lägg själva filen där.

## Tema

template = Mallen går inte att använda: { $reason }
    .help = Rätta den på raden som visas. `andrum explain template` säger mer.
template-missing = Temat har ingen mall som heter `{ $name }`
    .help = Lägg till filen, eller kopiera den från temat `default`.

## Varför det spelar roll

why-yaml-syntax = Innan den går att läsa vet ingen vad sidan är eller vem som ska se den.
why-unknown-key = En felskriven nyckel har ingen verkan, och ingen märker det.
why-missing-key = Något längre fram bygger på den, som summan av minuter i en vecka.
why-wrong-type = Utifrån värdena lägger andrum ihop minuter, räknar veckor och sorterar sidor.
why-out-of-range = Deltagaren skulle märka det: en skala som går baklänges, eller en vecka 12 av tio.
why-duplicate-key = Bara ett av värdena kan gälla, och läsaren kan få det som är fel.
why-not-utf8 = Bokstäver som å, ä, ö, æ och ø skulle nå läsaren som frågetecken.
why-path-not-nfc = Filen kan finnas hos dig och saknas hos deltagaren.
why-unknown-block = Det skulle bli vanlig text, utan någonstans att skriva, och ingenting skulle sparas.
why-unknown-attribute = Attributen avgör hur ett svar sparas och vem som läser det.
why-missing-share = Den som ska skriva om en dålig dag behöver först veta vem som får läsa.
why-unclosed-block = Resten av sidan skulle glida in i blocket.
why-block-in-quote = Där inne kan ingen säga var blocket börjar och slutar.
why-raw-html = Sidan blir webbplats, app och utskrift, och HTML som är gjord för det ena går sönder i det andra.
why-unsafe-svg = Bilden kan berätta för en främling att någon läser om sin behandling.
why-unsafe-scheme = Det som skickas över andra adresser kan ändras på vägen eller göra skada.
why-unknown-fact = Det skulle bli ett hål i meningen.
why-unknown-instrument = Deltagaren skulle inte få något formulär den veckan.
why-unknown-name = Det som är för en felstavad plats skulle inte nå någon.
why-duplicate-id = Svar och länkar hittar fram med det, och skulle hamna på fel ställe.
why-missing-id = Id:t är det som gör att ett svar hittar tillbaka.
why-malformed-id = Id:n blir adresser och filnamn, och andra tecken fungerar inte på alla telefoner och servrar.
why-missing-translation = En deltagare som läser det språket möter ett hål.
why-different-structure = Den som byter språk ska hitta samma uppgifter och sina egna svar.
why-missing-word = Läsaren skulle möta en tom knapp eller ett främmande ord.
why-unused-word = Ofta är namnet felstavat, och läsarna ser fortfarande det gamla ordet.
why-broken-link = En dålig dag behövs sidan, och det är inte säkert att det blir något nytt försök.
why-broken-anchor = Läsaren hamnar överst på sidan och får leta.
why-audience-leak = Läsaren kommer ingenstans men vet nu att det finns en text som inte är till för dem.
why-missing-alt = En deltagare som inte kan se bilden får ingenting i stället.
why-external-resource = Varje gång sidan öppnas får den webbplatsen veta att någon här läser programmet.
why-template = Alla sidor görs med temat, så ingen kan göras förrän det här är rättat.

## Översättningar som halkar efter

stale-translation =
    { $language ->
        [no] `{ $id }` har ändrats på norska sedan det här översattes
        [sv] `{ $id }` har ändrats på svenska sedan det här översattes
       *[other] `{ $id }` har ändrats på `{ $language }` sedan det här översattes
    }
    .help = Se vad som har ändrats med `andrum translate diff { $id }`. Följ upp det här och säg till med `andrum translate accept { $id }`.
source-here = sidan som den är översatt från
changed-here = det här har ändrats sedan dess
why-stale-translation = De som läser olika språk skulle få veta olika saker, och ingen skulle märka det.
translation-unmarked = Ingenting säger vilket språk `{ $id }` skrevs på först
    .help = Skriv `translated: {"{"} from: … {"}"}` överst på den som är översatt, med språket den är gjord från.
unmarked-twin = den här säger det inte heller
why-translation-unmarked = När den ena ändras får ingen veta att den andra måste följa efter.
translation-circle = Språken i `{ $id }` säger att de är gjorda från varandra
    .help = Bestäm vilken som skrevs först och ta bort raden `translated` ur den.
translation-circle-self = Sidan säger att den är gjord från sig själv
    .help = Skriv språket den är översatt från, eller ta bort raden om den skrevs först.
translation-circle-unknown = Programmet har inget språk som heter `{ $language }`
    .help = Skriv namnet på en mapp under `content/`.
circle-here = och den här, i sin tur
why-translation-circle = När ingen av dem leder kan ingen se att en av dem halkar efter.

## Godkännanden

approval-missing = `{ $role }` har inte godkänt `{ $id }`
    .help = Låt den som svarar för det läsa sidan. Skriv sedan ner det med `andrum approve`.
approval-missing-all = `{ $role }` har inte godkänt någon av de { $count } sidorna
    .help = Varje sida behöver det, på alla språk: `andrum approve`.
unapproved-twin = inte heller på det här språket
why-approval-missing = En deltagare litar på att någon som kan det här har läst varje ord.
approval-void = `{ $id }` har ändrats sedan { $by } godkände den (`{ $role }`)
    .help = Låt den läsas och godkännas på nytt. Det kan också vara en siffra eller ett fragment på sidan som har ändrats.
why-approval-void = Det som godkändes är inte det som deltagaren skulle få läsa.

## Det som är utgivet

removed-id = `{ $id }` är borta; det fanns med i { $version }
    .help = Lägg tillbaka det, eller skriv det under `retired` i `programme.lock`, med `replaced_by` om något tar över.
removed-id-replacement = `{ $id }` ersätts av `{ $replacement }`, som inte finns
    .help = Skriv id:t för en sida, en uppgift eller en övning.
removed-id-again = `{ $id }` är taget ur bruk och står för något igen
    .help = Ge det här ett eget id: svar som har sparats under `{ $id }` gällde något annat.
stood-here = det fanns på den här sidan
why-removed-id = Svar och länkar hänger på det och skulle aldrig synas igen.
changed-kind = `{ $id }` var `{ $was }` i { $version } och är nu `{ $is }`
    .help = Gör det till `{ $was }` igen. Eller ge det nya ett eget id och ta `{ $id }` ur bruk.
released-here = det här utlovades
why-changed-kind = Appar har sparat ett slags svar och skulle möta ett annat.
changed-answer-scale = Skalan `{ $id }` gavs ut med `{ $was }` och har nu `{ $is }`
    .help = Ställ tillbaka den. Eller ge den nya skalan ett eget id och ta `{ $id }` ur bruk.
changed-answer-many = `{ $id }` gavs ut med `many={ $was }` och har nu `many={ $is }`
    .help = Ställ tillbaka det. Eller ge det nya ett eget id och ta `{ $id }` ur bruk.
changed-answer-every =
    `{ $id }` gavs ut för att besvaras { $was ->
        [once] en gång
       *[other] varje `{ $was }`
    } och besvaras nu { $is ->
        [once] en gång
       *[other] varje `{ $is }`
    }
    .help = Ett svar kan inte bli en lista, och en lista inte ett svar. Ställ tillbaka det, eller ge det nya ett eget id.
changed-answer-removed =
    `{ $id }` har inte längre { $what ->
        [column] kolumnen
        [question] frågan
       *[option] alternativet
    } `{ $part }`, som är utgiven
    .help = Lägg tillbaka det. Orden får ändras; det är under id:t som svaren är sparade.
changed-answer-right = Ett annat svar på `{ $id }` är rätt än när det gavs ut: { $was }
    .help = Ställ tillbaka det. Eller ge frågan ett nytt id, så att gamla resultat fortfarande stämmer.
why-changed-answer = Det som deltagarna har svarat skulle gå förlorat eller betyda något annat.
shared-later = `{ $id }` var privat i { $version } och delas nu med behandlaren
    .help = Sätt `share=private` igen. Eller gör en ny uppgift med ett eget id, och säg i den vem som läser svaret.
why-shared-later = Någon har skrivit där i tron att ingen skulle läsa det.

## andrum approve

approved =
    { $marked ->
        [0] Ingen text märktes
        [one] 1 text är godkänd av { $role }
       *[other] { $marked } texter är godkända av { $role }
    }{ $current ->
        [0] {"."}
       *[other] {"; "}{ $current } var det redan.
    }
approve-unknown-role = { $roles ->
        [none] `programme.yaml` nämner inga roller under `approvals`.
       *[other] Ingen roll heter `{ $role }`; `programme.yaml` frågar { $roles }.
    }
approve-nobody = Säg vem som godkänner: --by "Kari Nordmann".
approve-refused-draft = `{ $id }` är ett utkast. Den godkänns när den inte är det längre.
approve-refused-fragment = `{ $id }` är text som återkommer. Den godkänns med sidorna som visar den.
approve-refused-missing = `{ $id }` saknas på `{ $language }`, så det finns inget att godkänna.

## andrum diff

diff-first = Inget är utgivet än. Den första utgåvan är { $version }, som `programme.yaml` säger.
diff-refused-errors = Innehållet har fel. Rätta dem först; `andrum check` visar dem.
diff-unknown = `{ $name }` är ingen mapp med en `programme.yaml`, och git känner inget projekt och ingen version vid det namnet; ett paket är det inte heller.
diff-other-edition = De två är från olika program eller utgåvor, eller så finns utgåvan inte här.
course-none = Programmet har ingen kurs: `course` i programme.yaml säger vad den är
course-since = Ändrat i { $language }: { $modules }
course-since-none = Inga moduler har ändrats sedan { $version }.
diff-delta = En app med den här versionen av `{ $edition }` hämtar { $files ->
        [0] inget nytt
        [one] 1 fil
       *[other] { $files } filer
    }, { $size } kB av { $whole } kB.
diff-html-words = Orden som har ändrats
language-tag = sv
diff-head =
    { $from } → { $to } ({ $bump }): { $texts ->
        [0] ingen text är ändrad
        [one] 1 text är ändrad
       *[other] { $texts } texter är ändrade
    }, { $tasks ->
        [0] ingen uppgift är rörd
        [one] 1 uppgift är rörd
       *[other] { $tasks } uppgifter är rörda
    }
diff-part =
    { $bump ->
        [major] Major: sparade svar, eller det som är lovat, håller inte längre
        [minor] Minor: något är nytt, och inget går förlorat
       *[patch] Patch: ord och ordning
    }
diff-schedule = `schedule` i programme.yaml är ändrat
diff-language-gone = Språket `{ $language }` är borta
diff-language-added = Språket `{ $language }` är nytt
diff-edition-gone = Utgåvan `{ $edition }` är borta
diff-edition-added = Utgåvan `{ $edition }` är ny
diff-page-added = `{ $id }` är en ny sida ({ $kind })
diff-page-gone = Sidan `{ $id }` är borta, och inget står i stället
diff-page-replaced = Sidan `{ $id }` är borttagen; `{ $by }` står i stället
diff-page-kind = Sidan `{ $id }` var av slaget { $was } och är { $is }
diff-page-unit = Sidan `{ $id }` är flyttad från enhet { $was } till { $is }
diff-audience-narrowed = Sidan `{ $id }` är inte längre för { $audience }
diff-audience-widened = Sidan `{ $id }` är också för { $audience }
diff-words = Orden i `{ $id }` är ändrade ({ $languages })
diff-task-added = `{ $id }` är en ny uppgift ({ $kind }) på `{ $page }`
diff-task-gone = Uppgiften `{ $id }` är borta, och ingen uppgift med samma sorts svar står i stället
diff-task-replaced = Uppgiften `{ $id }` är borttagen; `{ $by }` står i stället
diff-task-kind = Uppgiften `{ $id }` var av slaget { $was } och är { $is }
diff-task-moved = Uppgiften `{ $id }` är flyttad från `{ $was }` till `{ $is }`
diff-task-shared = Svaret på `{ $id }` var privat och ska delas
diff-task-private = Svaret på `{ $id }` skulle delas och är privat
diff-task-every = `{ $id }` frågades { $was } och frågas { $is }
diff-task-when = `{ $id }` utlöses nu av { $is }
diff-task-minutes = Tiden som `{ $id }` tar är ändrad
diff-scale = Skalan i `{ $id }` var { $was } och är { $is }
diff-many = `{ $id }` tar ett annat antal svar
diff-rows = Arbetsbladet `{ $id }` hade { $was } rader och har { $is }
diff-pass = Gränsen för att klara `{ $id }` var { $was } och är { $is }
diff-right = Det rätta svaret på `{ $question }` i `{ $id }` är ändrat
diff-part-gone =
    { $sort ->
        [column] Kolumnen `{ $part }` i `{ $id }` är borta
        [question] Frågan `{ $part }` i `{ $id }` är borta
       *[option] Valet `{ $part }` i `{ $id }` är borta
    }
diff-part-added =
    { $sort ->
        [column] `{ $id }` har en ny kolumn, `{ $part }`
        [question] `{ $id }` har en ny fråga, `{ $part }`
       *[option] `{ $id }` har ett nytt val, `{ $part }`
    }
diff-anchors = Punkterna på skalan `{ $id }` heter något annat ({ $languages })
diff-pattern = Andningsmönstret `{ $id }` var { $was } och är { $is }
diff-pattern-moved = Andningsmönstret `{ $id }` är flyttat från `{ $was }` till `{ $is }`
diff-pattern-added = `{ $id }` är ett nytt andningsmönster
diff-pattern-gone = Andningsmönstret `{ $id }` är borta, och inget står i stället
diff-pattern-replaced = Andningsmönstret `{ $id }` är borttaget; `{ $by }` står i stället

## andrum verify

verify-good =
    { $files ->
        [one] 1 fil är som den gjordes
       *[other] { $files } filer är som de gjordes
    }. Bara kontrollsummor: utan --key är ursprunget inte bevisat.
verify-proven =
    { $files ->
        [one] 1 fil är som den gjordes
       *[other] { $files } filer är som de gjordes
    }, och signerad med nyckeln.
verify-bad =
    { $faults ->
        [one] 1 fel
       *[other] { $faults } fel
    } i { $files } filer.
verify-nothing = { $path } är inget paket, ingen version, utgåva eller dist/ som andrum har gjort.
verify-missing = den står på listan men finns inte här
verify-size = den var { $was } byte och är { $is }
verify-hash = innehållet är ett annat än det som står på listan
verify-besides = den finns här men står inte på någon lista
verify-unreadable = den kan inte läsas som det den ska vara
verify-path = den listar `{ $path }`, som inte är en sökväg inne i mappen
verify-twice = den listar `{ $path }` två gånger
verify-version = den säger att den är { $version }
verify-cut-short = ett bygge avbröts; nästa slutför eller städar
verify-cut-off = den är avkortad: { $is } av { $was } byte
verify-mixed = den är från { $version }
verify-unsigned = den är inte signerad
verify-other-key = den är signerad med en annan nyckel
verify-forged = signaturen gäller inte det här innehållet
verify-other-bundle = den innehåller { $bundle }
verify-older = listan är äldre än { $version }, som ligger bredvid
verify-unproven = ingen signerad lista över versioner bredvid nämner den
verify-leavings = ligger kvar efter en körning som avbröts; nästa gör klart eller städar
verify-rebuilt = den blir en annan när den byggs på nytt
verify-no-source = den nämner ingen commit som är känd här, så den går inte att bygga på nytt
verify-manifest = den har ett annat manifest än det som ligger bredvid
verify-member = den har `{ $path }`, som inte står i manifestet
verify-zip = den är ingen ZIP som andrum gör dem

## andrum key

key-made = Den hemliga nyckeln är { $secret }: lägg den där ingen annan läser den, och ta en kopia, för ingen kan göra den på nytt. Den publika är { $public }: appar och `andrum verify --key` håller utgivningar mot den.
key-stands = { $file } finns redan. En nyckel skrivs aldrig över: appar håller fast vid den i åratal.
key-missing = Det finns ingen nyckel på { $file }. Gör en med `andrum key new`, eller ange en med --key.
key-unreadable = { $file } kan inte läsas som en hemlig nyckel, eller så är lösenordet ett annat.
key-none = `{ $key }` är ingen publik nyckel, och ingen fil som innehåller en.
key-password = Lösenordet till { $file }
key-new-password = Ett lösenord för nyckeln
key-same-password = Samma en gång till
key-empty-password = Ett tomt lösenord skyddar inget; ange --no-password om det är meningen.
key-other-password = De två är inte lika.

## andrum release

release-no-git = { $folder } ligger inte i ett git-repo med en commit, och en utgivning görs från en.
release-dirty = De här är inte som i den senaste commiten: { $files }. Committa dem, eller ta tillbaka dem.
release-errors =
    { $count ->
        [one] 1 fel står
       *[other] { $count } fel står
    } i vägen för en utgivning. `andrum check --release` visar samma.
release-too-small = Det som har ändrats kräver { $needed }, och { $asked } är mindre.
release-first-part = Den första utgivningen är { $version }, som det står i `programme.yaml`: utelämna delen.
release-tag = Git har redan en tagg { $tag }.
release-stands = { $folder } har redan { $version }, och en utgivning görs aldrig om.
release-other-key = Den förra utgivningen signerades med { $pinned }, och den här nyckeln är { $key }. Appar som håller fast vid den första avvisar den andra. Signera med den första; är den förlorad, ändra `key` i programme.lock och ge apparna den nya.
release-commit = Utgivning { $id } { $version }
release-nothing = Inget har ändrats sedan { $version }, och den är hel.
release-finished = { $version } hade avbrutits. Nu är den hel.
released = { $version } är utgiven, som { $tag } i git. Skicka den vidare med `git push --follow-tags`, och publicera utgåvornas mappar.

## andrum translate

unknown-page = Det finns ingen sida som heter `{ $name }`.
unknown-language = Det finns inget språk som heter `{ $language }`; programmet har { $languages }.
translate-none = Inget av språken i `{ $id }` säger att det är gjort från ett annat.
translate-state =
    { $id }, { $language }: { $state ->
        [source] källan för de andra
        [current] aktuell
        [stale] källan har ändrats sedan den gjordes
        [unaccepted] inte bekräftad än, så ingenting jämför den med källan
        [unmarked] ingen vet vad den är gjord från
        [draft] ett utkast
       *[missing] saknas
    }
translate-since = Det här har ändrats i { $file } sedan { $date } ({ $commit }):
translate-there = → till { $place }
translate-after = → efter { $place }
translate-not-there = Git har ingen version av { $file } med kontrollsumman { $hash }, så ändringarna kan inte visas ord för ord.
translate-no-history = Det finns ingen git-historik för { $file }, så ändringarna kan inte visas ord för ord.
translate-same-blocks = De två är byggda av samma block. Läs dem sida vid sida.
translate-alone = { $place }: den andra har ingenting på platsen för `{ $what }`
translate-accepted =
    { $marked ->
        [0] Ingen översättning märktes
        [one] 1 översättning är märkt som aktuell
       *[other] { $marked } översättningar är märkta som aktuella
    }{ $current ->
        [0] {"."}
       *[other] {"; "}{ $current } var det redan.
    }
translate-refused-missing = `{ $id }` saknas på `{ $language }`, så det finns ingenting att märka.
translate-refused-source = `{ $id }`: säg vilket språk den är gjord från, med --from.
refused-errors = { $file } har fel. Rätta dem först; `andrum check` visar dem.
refused-header = Det går inte att lägga till något överst i { $file }. Skriv raden `{ $key }` för hand.
translate-unit =
    { $unit ->
        [module] Modul
        [chapter] Kapitel
        [section] Del
       *[week] Vecka
    } { $number }
translate-outside = Utanför enheterna
translate-cell =
    { $state ->
        [source] källa
        [current] aktuell
        [stale] inaktuell
        [unaccepted] inte bekräftad
        [unmarked] omärkt
        [draft] utkast
       *[missing] saknas
    }
translate-cell-words =
    { $state ->
        [stale] inaktuell
       *[missing] saknas
    }, { $words ->
        [one] 1 ord
       *[other] { $words } ord
    }
## Ett ställe som tillåts

malformed-allow = Kommentaren är till andrum men säger inte vad den tillåter
    .help = Skriv `<!-- andrum: allow(namn) skäl -->`, med kontrollens namn och varför den har fel just här.
malformed-allow-unknown = Det finns ingen kontroll som heter `{ $name }`
    .help = `andrum explain` visar alla.
malformed-allow-firm = `{ $name }` går inte att tillåta
    .help = Svar, länkar och andra program hänger på den. Rätta det den säger till om och ta bort kommentaren.
malformed-allow-reason = Kommentaren tillåter något utan att säga varför
    .help = Skriv efter parentesen, med några få ord, varför det är rätt här.
unused-allow = Kommentaren tillåter `{ $name }`, men här finns inget att tillåta
    .help = Ta bort kommentaren eller flytta den till raden ovanför stycket som den gäller.
why-malformed-allow = Den som läser sidan härnäst ska kunna se vad som tillåtits och varför.
why-unused-allow = En kommentar som inte tillåter något i dag kan dölja ett fel i morgon.
## other-language

other-language =
    { $language ->
        [no] Det här verkar vara norska
        [sv] Det här verkar vara svenska
       *[other] Det här verkar vara på språket `{ $language }`
    }
    .help = Översätt det. Ska det stå så, sätt det inom citattecken eller skriv `[ord]{"{"}lang={ $language }{"}"}`.
other-language-page =
    { $language ->
        [no] Det mesta av sidan verkar vara norska
        [sv] Det mesta av sidan verkar vara svenska
       *[other] Det mesta av sidan verkar vara på språket `{ $language }`
    }
    .help = Översätt sidan, eller flytta filen till `content/{ $language }/`.
why-other-language = En mening på grannspråket är nästan rätt. Därför ser ingen den, utom läsaren som snubblar på den.
## `andrum new`

new-kind = Det finns inga sidor av typen `{ $kind }`
    .help = Du kan välja mellan: { $kinds }.
new-id = `{ $id }` kan inte vara ett id
    .help = Små bokstäver a–z, siffror och bindestreck, en bokstav först, högst 64 tecken: `w04-rest`.
new-id-taken = Id:t `{ $id }` används redan
    .help = Välj ett annat id. Ska sidan översättas, kopiera filen till det andra språkets mapp.
new-id-released = Id:t `{ $id }` har varit med i en utgivning, och en app kan ha svar sparade under det
    .help = Välj ett annat id. Ett id som är utgivet används aldrig till något annat.
new-file = Det finns redan en fil på `{ $path }`
    .help = Välj ett annat id, eller flytta filen.
new-language = Programmet har inget språk som heter `{ $language }`
    .help = I `programme.yaml` står: { $languages }.
new-no-language = `programme.yaml` nämner inget språk
    .help = Lägg till ett under `languages`.
new-unit = En sida av typen `{ $kind }` hör hemma i någon av enheterna 1 till { $count }
    .help = Ange vilken med `--unit 4`, eller börja id:t med den: `w04-rest` hör till vecka 4.
new-unit-outside = Enhet { $unit } finns inte: planen i `programme.yaml` går från 1 till { $count }
    .help = Välj en av dem, eller ändra `count` i `programme.yaml`.
new-unit-taken = Enhet { $unit } har redan en sida av typen `theme`
    .help = Det ska bara finnas en. Välj en annan enhet eller en annan typ.
new-next = Skriv det som kommentarerna ber om, och ta bort dem efter hand. Kör sedan `andrum check`.
new-next-module = Skriv `{ $id }` under `modules` i `course` i `programme.yaml` när modulen ska ingå i kursen.
## Ord

lix = LIX är { $whole },{ $tenth }, och de här läsarna behöver omkring { $target }
    .help = Dela upp de längsta meningarna, och använd kortare ord där det går.
lix-sentence = { $words } ord i en mening
why-lix = En dålig dag tar det kraft att läsa, och den som ger upp halvvägs blir utan hjälp.

vague-link = `{ $words }` säger inget om vart länken leder
    .help = Låt länken vara de ord som säger vad läsaren hittar där.
why-vague-link = Skärmläsare räknar upp länkarna på en sida, och där låter alla ”här” likadant.

heading-jump = Rubriken har `{ $level }`, men ingen ovanför den har `{ $expected }`
    .help = Använd `{ $expected }`, eller sätt in rubriken som saknas.
why-heading-jump = Den som lyssnar sig från rubrik till rubrik tror att något fattas.

avoided-term = `{ $word }` är ett ord som programmet undviker
    .help = Programmet säger `{ $instead }`.
avoided-term-here = här står det att ordet undviks
why-avoided-term = Två ord för en sak får läsaren att leta efter en skillnad som inte finns.

near-duplicate = Nästan samma stycke står på `{ $id }`
    .help = Gör det till en sida av typen `fragment`, och hämta in den på båda ställena.
near-duplicate-fragment = Nästan samma stycke står i fragmentet `{ $id }`
    .help = Hämta in det i stället: `::include{"{"}ref={ $id }{"}"}`.
why-near-duplicate = En dag rättas det ena och det andra glöms bort, och läsarna får två olika besked.

typography-quotes = På det här språket skrivs citat { $open }så här{ $close }
    .help = Använd { $open } och { $close }.
typography-pause = En paus skrivs med tankstreck: { $dash }
    .help = Använd { $dash } med mellanslag på båda sidor.
typography-range = Från ett tal till ett annat skrivs med tankstreck: { $dash }
    .help = Använd { $dash } utan mellanslag.
why-typography = En skärmläsare kan säga ”minus” för ett bindestreck, och främmande citattecken får läsaren att snubbla.

personal-number = Det här ser ut som någons personnummer: { $masked }
    .help = Ta bort det, även ur historiken om det är äkta, och säg till den som ansvarar för dataskyddet.
why-personal-number = Det röjer vem som är i behandling, och det som har publicerats går inte att ta tillbaka.

emergency-country = `{ $number }` står utan sitt land
    .help = Skriv var numret gäller, i samma mening eller rad: { $countries }.
why-emergency-country = Den som läser det här språket kan vara i ett annat land, och där är det inte säkert att någon svarar.
## Utkast

link-to-draft = `{ $target }` är ett utkast, och utkast följer inte med
    .help = Ta bort `draft: true` när sidan är klar, eller länka till en annan sida.
link-to-draft-here = det här gör den till ett utkast
why-link-to-draft = Läsaren skulle skickas till en sida som inte finns.

## Orden i temat

word-variables =
    `{ $word }` använder andra variabler här, { $here ->
        [none] inga
       *[other] `{ $here }`
    }, än på det första språket, { $there ->
        [none] inga
       *[other] `{ $there }`
    }
    .help = Använd samma variabler på alla språk. Deras namn översätts aldrig.
why-word-variables = Talet eller namnet som hör hemma där skulle falla bort, och kanske hela ordet med det.

## Enheter och tid

missing-unit = `unit: { $unit }` saknar tema, men den här sidan hör dit
    .help = Skriv en sida av typen `theme` med `unit: { $unit }`, eller flytta sidan till en annan enhet.
why-missing-unit = Deltagaren skulle möta uppgifter utan något som säger vad de är till för.
unwritten-unit =
    { $count ->
        [one] Ingen har skrivit temat för enhet { $units }
       *[other] Ingen har skrivit teman för enheterna { $units }
    }
    .help = Skriv en sida av typen `theme` för var och en, gör klart utkasten eller sänk `count`.
why-unwritten-unit = Deltagaren har blivit lovad så många enheter, och vägen skulle ta slut innan dess.
duplicate-unit = `unit: { $unit }` har redan ett tema
    .help = Ge en av sidorna en annan `unit`, eller en annan typ, till exempel `reflection` eller `page`.
why-duplicate-unit = Deltagaren skulle inte veta vilken av dem som kommer först.
unit-load = `unit: { $unit }` ber om { $minutes } minuter, { $day } om dagen, och schemat lovar högst { $most }
    .help = Ta bort något, be om det mer sällan eller ändra `minutes_per_day` i `programme.yaml`.
unit-load-little = `unit: { $unit }` ber om { $minutes } minuter, { $day } om dagen, och schemat lovar minst { $least }
    .help = Se till att varje sida och uppgift har `minutes`, eller ändra `minutes_per_day` i `programme.yaml`.
unit-load-promised = utlovat här
unit-load-page = `{ $id }`: { $minutes } min.
unit-load-repeats =
    { $repeats ->
        [one] `{ $id }` en gång till: { $minutes } min.
       *[other] `{ $id }` { $repeats } gånger till: { $minutes } min.
    }
why-unit-load = Den som kommer med för lite krafter måste kunna lita på hur mycket som begärs.
breathing-length = Andningen tar { $minutes }:{ $seconds } minuter, och sidan säger { $page }
    .help = Ändra `rounds`, sekunderna eller `minutes` överst på sidan, på alla språk.
page-minutes-here = sidan säger { $minutes } min.
why-breathing-length = Den som har avsatt fem minuter ska vara klar då, men inte innan andningen har lugnat sig.
phase-minutes = Faserna blir { $sum } minuter tillsammans, och samtalet har { $minutes }
    .help = Ändra `minutes` för en fas eller för hela samtalet, på alla språk.
phase-minutes-here = { $minutes } min. här
why-phase-minutes = Det är den sista fasen som stryks, och i den kommer ni överens om vad som händer sedan.

## Omsorg

unshared-task = Guiden leder till `{ $task }`, men svaret där är bara för deltagaren
    .help = Länka till en uppgift som är delad, eller till sidan den står på. Dela en uppgift bara om deltagaren får veta det före första ordet.
unshared-task-here = privat här
why-unshared-task = Behandlaren skulle fråga efter något som deltagaren har lovats att få ha för sig själv.
instrument-rater =
    { $rater ->
        [self] `{ $name }` fylls i av deltagaren
       *[clinician] `{ $name }` skattas av behandlaren
    }
    .help = Ändra `rater`, eller namnet: MADRS skattas av behandlaren, MADRS-S fylls i av deltagaren.
instrument-rater-here = formuläret får sitt namn här
why-instrument-rater = De två poängsätts olika, och ett byte ser ut som en förändring hos personen.
missing-page = Patienter läser den här utgåvan, och den har ingen sida `{ $id }`
    .help = Skriv en sida med `id: { $id }` av typen `page`, på alla språk.
missing-page-hidden = Patienter läser den här utgåvan, men får inte sidan `{ $id }`
    .help = Lägg till `patient` i `audience`, och ta bort `draft: true` när sidan är klar.
missing-page-module = Kursen nämner modulen `{ $id }`, och det finns ingen sådan sida
    .help = Skriv den med `andrum new module { $id }`, eller ta bort den från listan.
missing-page-here = det här håller den borta från dem
why-missing-page = Vart man vänder sig när det är bråttom, vad som händer med svaren och vem som kan använda sidorna: ingen ska behöva leta.
review-overdue = Sidan skulle läsas om senast { $date }
    .help = Låt dem som ansvarar för sidan läsa den, rätta det som har ändrats och sätt ett nytt datum.
why-review-overdue = Det som var rätt när det skrevs kan vara fel nu, och det ser inte läsaren.
undecided = `{ $key }` är inte bestämt
    .help = Fråga den som bestämmer på kliniken, och skriv det ni får till svar.
why-undecided = En deltagare, eller en app, skulle få gissa det som kliniken inte har bestämt.
governance =
    { $count ->
        [one] Det här saknas under `governance`: { $fields }
       *[other] De här saknas under `governance`: { $fields }
    }
    .help = Lägg till dem. Är något inte bestämt än, skriv `undecided`.
why-governance = Den som erbjuds programmet ska se vem som har gjort det, vem som ansvarar för det och vad man vet om effekten.

## Kursen

no-right-answer = Inget av svaren på den här frågan är rätt
    .help = Sätt `[x]` framför varje rätt alternativ, på alla språk.
why-no-right-answer = Ingen skulle kunna bli godkänd, och den som lär sig skulle tro att felet var deras eget.
untested-outcome = Ingen fråga handlar om lärandemålet `{ $id }`
    .help = Skriv en fråga med `outcome={ $id }`, eller ta bort målet.
why-untested-outcome = Intyget skulle säga något som ingen har prövat.
question-without-outcome = Frågan säger inte vilket lärandemål den hör till
    .help = Skriv `outcome=…` i klammerparentesen, med id för ett av modulens mål.
question-without-outcome-unknown = Modulen har inget lärandemål som heter `{ $id }`
    .help = Skriv id för ett av modulens mål, eller lägg till det här överst på sidan.
why-question-without-outcome = Den som svarar fel får inte veta vad som bör läsas en gång till.
course-size = Kursen kan ta { $size } av tecknen som en lärplattform sparar för varje kursdeltagare, och { $most } ger plats att växa
    .help = Dela den i två kurser, eller ställ färre frågor i varje modul.
why-course-size = En kursdeltagare med mer än det finns plats för skulle förlora det.

## Ljud, film och tyngd

missing-captions = Filmen `{ $file }` saknar undertexter
    .help = Skriv det som sägs och hörs i en WebVTT-fil, och peka ut den: `captions=…`.
why-missing-captions = Den som inte hör, eller har ljudet av bredvid någon som sover, får bara bilder.
missing-transcript = `{ $file }` har ingen text att läsa i stället
    .help = Skriv det som hörs och syns på en sida av typen `fragment`, och ange dess id: `transcript=…`.
why-missing-transcript = Den som inte kan höra eller se, eller har för dåligt nät för att spela upp, får ingenting.
media-budget = Bilden är på { $size } kB, och { $most } kB räcker för en telefon
    .help = Spara den mindre, högst 1600 pixlar bred, eller som WebP eller JPEG.
media-budget-whole = Filen är på { $size } MB, och { $most } MB är det mesta för en telefon med dåligt nät
    .help = Spara den med lägre bithastighet, eller dela upp den.
media-budget-minute = Filen tar { $size } kB i minuten, och { $most } kB räcker för en telefon med dåligt nät
    .help = Spara den med lägre bithastighet: 64 kbit/s för tal, 720 linjer för film.
why-media-budget = Med dåligt nät skulle sidan fortfarande ladda när läsaren ger upp.
malformed-id-internal = `{ $id }` är namnet på statussidan och kan inte vara en utgåva
    .help = Välj ett annat namn. Det som ligger i `internal` publiceras aldrig, och så måste det förbli.
broken-link-table = Ett `|` i tabellen delar länken `{ $link }` i två
    .help = Skriv `\|` för strecket i en länk som står i en tabell: `[[id\|ord]]`.
wrong-type-row = Raden har fler celler än tabellen har kolumner, som är { $columns }
    .help = Det som står utanför visas inte. Ge det en egen kolumn, eller skriv `\|` där strecket inte är kanten på en cell.
heading-jump-title = Rubriken har `#`, och det är nivån för sidans egen titel
    .help = Börja med `##`: titeln står överst i filen, som `title`.
