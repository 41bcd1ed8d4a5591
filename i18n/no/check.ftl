# Det `andrum check` sier. En melding heter det samme som kontrollen, eller det og en variant etter; `.help` sier hvordan
# du retter den, og `why-…` hvorfor den betyr noe. Navn mellom `…` skrives likt på alle språk.

## Rundt meldingene

level-error = feil
level-warning = advarsel
help = hjelp
why = hvorfor
note = merk
fixable = `andrum check --fix` retter dette for deg.
did-you-mean = Mente du `{ $nearest }`?
unknown-lint = Det finnes ingen kontroll som heter `{ $name }`.
built =
    { $pages ->
        [one] Utgaven `{ $edition }`: 1 side
       *[other] Utgaven `{ $edition }`: { $pages } sider
    }
rename-nothing = Her er det ingenting som kan få nytt navn. Sett markøren på id-en til en side, en oppgave eller en øvelse.
rename-released = `{ $id }` er utgitt. Svar og lenker henger på den, så den beholder navnet.
serve-started = Sidene følger innholdet når det lagres. Ctrl-C avslutter.
serve-polling = Systemet kan ikke si fra om endringer ({ $reason }), så alle filer blir sett på en gang i sekundet.
serve-port-used = Port { $port } er i bruk, kanskje av en annen andrum. Prøv --port { $free }.

progress-reading = Leser
progress-checking = Kontrollerer
progress-writing = Skriver
mended =
    { $count ->
        [one] Rettet 1 feil.
       *[other] Rettet { $count } feil.
    }
summary-clean =
    { $pages ->
        [one] Ingenting å rette på 1 side
       *[other] Ingenting å rette på { $pages } sider
    } ({ $time })
summary =
    { $errors ->
        [0] Ingen feil
        [one] 1 feil
       *[other] { $errors } feil
    } og { $warnings ->
        [0] ingen advarsler
        [one] 1 advarsel
       *[other] { $warnings } advarsler
    } på { $pages ->
        [one] 1 side
       *[other] { $pages } sider
    } ({ $time })

## Det andre stedet

first-here = først her
twin-here = samme sted på det andre språket
audience-here = her står det hvem som får lese den
unclosed-block-opener = denne blokken står åpen og lukkes med `{ $colons }`

## Form: det øverste på siden og programme.yaml

yaml-syntax = Denne linjen lar seg ikke lese som YAML
    .help = Se etter et kolon, et anførselstegn eller en parentes som mangler, her eller på linjen over.
yaml-syntax-open = Siden åpner med `---`, men nøklene tar aldri slutt
    .help = Skriv `---` på en egen linje etter den siste nøkkelen.
yaml-syntax-tab = Linjen er rykket inn med tabulator
    .help = Rykk inn med mellomrom, to for hvert nivå.
yaml-syntax-alias = En verdi kan ikke begynne med `&` eller `*`
    .help = Mener du selve tegnet, setter du rette anførselstegn rundt hele verdien.
yaml-syntax-too-much = Her står det mer, eller det ligger dypere, enn andrum leser
    .help = Flytt lange tekster ned på siden, og hold deg til få nivåer.
yaml-syntax-colon = Verdien inneholder et kolon med mellomrom etter
    .help = Sett rette anførselstegn rundt hele verdien, som i `title: "Uke 3: Når det blir for mye"`.
yaml-syntax-quote = Et anførselstegn åpnes her og lukkes aldri
    .help = Lukk med det samme tegnet, eller ta det bort.
unknown-key = Det finnes ingen nøkkel som heter `{ $key }` her
    .help = Nøklene er engelske uansett språk. Se også etter at den er rykket riktig inn.
missing-key = Nøkkelen `{ $key }` mangler
    .help = Legg til `{ $key }:` med en verdi, på alle språk.
missing-key-kind = En side av typen `{ $kind }` må ha nøkkelen `{ $key }`
    .help = Legg til `{ $key }:` øverst på siden, på alle språk.
missing-key-session = En side av typen `session` må ha nøkkelen `contact` eller `unit`
    .help = Skriv hvilken kontakt i tidsplanen guiden er til, eller hvilken uke.
missing-key-front = Siden mangler nøklene som skal stå øverst
    .help = Begynn filen med `---`, så `id`, `kind` og `title` på hver sin linje, og så `---` igjen.
missing-key-programme = Her finnes det ingen `programme.yaml`
    .help = Gå til mappen der den ligger, eller oppgi mappen med `--root`.
missing-key-only = `only` må si hvem det er for: `audience` eller `site`
    .help = Skriv `{"{"}audience=physician{"}"}` eller `{"{"}site=mellerud{"}"}` i klammene.
missing-key-attribute = Blokken `{ $block }` må ha attributtet `{ $attribute }`
    .help = Legg til `{ $attribute }=…` i krøllparentesen.
wrong-type =
    { $expected ->
        [flag] Her skal det stå `true` eller `false`
        [whole] Her skal det stå et helt tall, med sifre og uten anførselstegn
        [id] Her skal det stå en id: små bokstaver a–z, sifre og bindestreker, som `w03-limits`
        [date] Her skal det stå en dato, som `2026-03-09`
        [duration] Her skal det stå en tid, som `P2D` (to dager) eller `P5W` (fem uker)
        [version] Her skal det stå en versjon, som `1.4.0`
        [every] Her skal det stå hvor ofte: `login`, `day`, `week`, `5/week` eller en tid som `P2D`
        [word] Her skal det stå et av ordene som hører til nøkkelen
        [list] Her skal det stå en liste, som `[patient, relative]`
        [between] Her skal det stå to hele tall med det laveste først, som `[60, 120]`
        [map] Her skal det stå egne nøkler, hver med sin verdi
       *[text] Her skal det stå tekst
    }
    .help = `andrum explain wrong-type` viser hvordan hver slags verdi skrives.
wrong-type-word = `{ $value }` kan ikke stå her
    .help = Velg et av disse: { $words }.
wrong-type-worksheet = Arbeidsarket mangler en tabell å fylle ut
    .help = Legg til en tabell med navn på kolonnene i øverste rad.
wrong-type-checkin = Innsjekken spør ikke om noe
    .help = Sett inn en `scale` eller en `choice`.
wrong-type-quiz = Kunnskapssjekken mangler spørsmål
    .help = Skriv hvert spørsmål som en overskrift, `### …`, med alternativene i en liste under.
wrong-type-question = Spørsmålet mangler alternativer
    .help = List dem opp under det: `- [x]` foran et riktig, `- [ ]` foran de andre.
wrong-type-options = Blokken `{ $block }` mangler en liste
    .help = Skriv hvert punkt på en linje som begynner med `- `.
wrong-type-anchor = Denne linjen i skalaen begynner ikke med et tall
    .help = Skriv tallet, et kolon og ordene, som i `- 0: helt rolig`.
out-of-range = { $value } ligger ikke mellom { $from } og { $to }
    .help = Velg et tall fra { $from } til { $to }.
out-of-range-order = Det laveste tallet skal stå først
    .help = La de to tallene bytte plass.
out-of-range-scale = Skalaen går baklengs eller har mer enn { $most } trinn
    .help = La `from` være lavere enn `to`, eller gjør `step` større.
duplicate-key = `{ $key }` står to ganger
    .help = Behold den som er riktig, og slett den andre.

## Form: filer og sider

not-utf8 = Dette tegnet kan ikke leses, for filen er ikke lagret som UTF-8
    .help = Lagre filen på nytt med tegnkodingen UTF-8, og les gjennom siden.
path-not-nfc = I `{ $path }` er en bokstav som å lagret som to tegn
    .help = Gi filen et nytt navn. Tryggest er et navn uten å, ä og ö.
unknown-block = Det finnes ingen blokk som heter `{ $name }`
    .help = Blokkene har engelske navn uansett språk. Vil du ha kolon som vanlig tekst, skriver du `\:::`.
unknown-block-leaf = `{ $name }` skrives med to kolon, på én linje
    .help = Skriv `::{ $name }`, og ta bort den avsluttende `:::`.
unknown-block-container = `{ $name }` skrives med tre kolon og lukkes igjen
    .help = Skriv `:::{ $name }`, og `:::` på en egen linje der den slutter.
unknown-block-fragment = `{ $id }` kan ikke stå i et fragment, som flere sider henter inn
    .help = Flytt den til en egen side. Et fragment har tekst, bilder og lyd.
unknown-block-checkin = `{ $name }` kan ikke stå inne i en innsjekk
    .help = En innsjekk har skalaer og valg. Flytt resten til før eller etter den.
unknown-attribute = `{ $block }` har ikke noe attributt som heter `{ $attribute }`
    .help = Attributtene er engelske uansett språk.
unknown-attribute-bracket = Hakeparentesen rundt tittelen åpnes her og lukkes aldri
    .help = Avslutt tittelen med `]`, før krøllparentesen.
unknown-attribute-unclosed = Krøllparentesen åpnes her og lukkes aldri
    .help = Avslutt attributtene med en krøllparentes på samme linje.
unknown-attribute-quote = Et anførselstegn åpnes her og lukkes aldri
    .help = Lukk det før krøllparentesen, som i `key="two words"`.
unknown-attribute-word-quotes = Dette er typografiske anførselstegn, slik Word setter dem inn
    .help = Bruk rette anførselstegn, og bare når verdien har mellomrom.
unknown-attribute-after = Disse ordene kan ikke stå på linjen som åpner en blokk
    .help = Flytt dem til neste linje.
missing-share = Blokken `{ $block }` sier ikke hvem som får lese svaret
    .help = Skriv `share=therapist` hvis behandleren skal lese det, ellers `share=private`.
unclosed-block = Blokken `{ $name }` er aldri lukket
    .help = Skriv `{ $colons }` på en egen linje der den slutter, trolig linje { $line }.
unclosed-block-comment = Kommentaren åpnes her og lukkes aldri
    .help = Skriv `-->` der den slutter.
unclosed-block-stray = Ingen åpen blokk kan lukkes av denne linjen
    .help = Slett den, eller gi den like mange kolon som linjen som åpner blokken.
block-in-quote = En blokk kan ikke stå i et sitat, en liste eller en fotnote
    .help = Flytt den helt ut til venstre marg, med en tom linje over.
block-in-quote-depth = Dette ligger dypere enn { $levels } nivåer
    .help = La de indre delene stå etter hverandre i stedet.
raw-html = `{ $tag }` er HTML, og en side skrives i Markdown
    .help = Skriv det samme i Markdown, som `**halvfet**`. Mener du selve tegnet, skriver du `\<`.
raw-html-behind = Disse ordene står bak en kommentar på samme linje og ville gått tapt
    .help = Flytt dem til neste linje.
unsafe-svg = `{ $part }` i bildet kan kjøres eller hente noe utenfra
    .help = Lagre bildet på nytt som ren SVG, eller bruk en PNG.
unsafe-scheme = En lenke kan ikke begynne med `{ $scheme }:`
    .help = Bruk `https:`, `mailto:` eller `tel:`, eller `[[id]]` for en side i programmet.
unknown-fact = Det finnes ingen opplysning som heter `{ $fact }`
    .help = Legg den til under `facts` i `programme.yaml`, eller skriv tallet her.
unknown-fact-site = `{ $fact }` er ulik fra sted til sted, og utgaven `{ $edition }` er for lesere på alle stedene
    .help = Skriv hvilket sted, som i `{"{{"}facts.navn.sted{"}}"}`, eller gi utgaven et `site`.
unknown-fact-title = Titler tar vanlige ord: En opplysning blir ikke satt inn her
    .help = Skriv tallet, eller si det i teksten under.
unknown-fact-address = Adresser tar vanlige ord: En opplysning blir ikke satt inn her
    .help = Skriv nummeret eller adressen selv.
unknown-instrument = Det finnes ikke noe spørreskjema som heter `{ $id }`
    .help = Legg det til under `instruments` i `programme.yaml`.
unknown-name-site = Det finnes ikke noe sted som heter `{ $name }`
    .help = Steder står under `sites` i `programme.yaml`, kontakter under `contacts` i `schedule`.
unknown-name-contact = Det finnes ingen kontakt som heter `{ $name }`
    .help = Steder står under `sites` i `programme.yaml`, kontakter under `contacts` i `schedule`.

## Id-er

duplicate-id = Id-en `{ $id }` er tatt
    .help = Gi den nyeste en annen id, lik på alle språk.
duplicate-id-part = Id-en `{ $id }` står to ganger i den samme oppgaven
    .help = Gi den nyeste en annen id, lik på alle språk.
duplicate-id-anchor = To overskrifter på siden har ankeret `{ $anchor }`
    .help = Gi en av dem et eget anker, sist på linjen: `{"{"}#…{"}"}`.
missing-id = Blokken `{ $block }` mangler id
    .help = Skriv en i krøllparentesen, `{"{"}#…{"}"}`, lik på alle språk.
missing-id-part =
    { $part ->
        [question] Spørsmålet mangler id
        [column] Kolonnen mangler id
       *[option] Alternativet mangler id
    }
    .help = Skriv en etter ordene, `{"{"}#…{"}"}`, lik på alle språk.
malformed-id = `{ $id }` kan ikke være en id
    .help = Bruk små bokstaver a–z, sifre og enkle bindestreker, en bokstav først, høyst 64 tegn.

## Språk

missing-translation =
    { $language ->
        [no] `{ $id }` mangler på norsk
        [sv] `{ $id }` mangler på svensk
       *[other] `{ $id }` mangler på språket `{ $language }`
    }
    .help = Kopier siden til `content/{ $language }/`, og oversett ordene. La id-er og attributter stå.
different-structure =
    `{ $id }` er ikke bygd likt på alle språk: På { $language ->
        [no] norsk
        [sv] svensk
       *[other] `{ $language }`
    } kommer { $here ->
        [none] ikke mer
        [end] slutten på en blokk
       *[other] `{ $here }`
    }, på { $other ->
        [no] norsk
        [sv] svensk
       *[other] `{ $other }`
    } { $there ->
        [none] ikke mer
        [end] slutten på en blokk
       *[other] `{ $there }`
    }
    .help = Bestem hva som er riktig, og gjør den andre lik. Bare ordene skal være ulike.
different-structure-key = `{ $key }` er ikke lik på alle språk
    .help = Bestem hvilken verdi som er riktig, og skriv den på alle språk.
missing-word = Ordet `{ $word }` mangler
    .help = Legg til en linje med `{ $word } = …` i denne filen.
missing-word-file = Det står ingen ord i `{ $file }`
    .help = Kopier filen fra et annet språk, og oversett det som står etter `=`.
missing-word-syntax = Ordet som står her, lar seg ikke lese
    .help = Skriv `navn = ord` på én linje, og lukk alle krøllparenteser.
unused-word = Ingenting spør etter ordet `{ $word }`
    .help = Se etter at navnet er stavet som i malen, eller slett linjen.

## Lenker og medier

broken-link = `{ $target }` fører ikke noe sted
    .help = Lenk med id: `[[id]]` eller `[[id|ord]]`. Det holder når filer flyttes.
broken-link-file = Filen `{ $target }` finnes ikke i prosjektet
    .help = Se etter at navnet stemmer, også store og små bokstaver, og at filen er lagt til.
broken-link-fragment = Det finnes ikke noe fragment som heter `{ $target }`
    .help = Skriv id-en til en side av typen `fragment`.
broken-link-circle = Fragmentet `{ $target }` henter inn seg selv, her eller gjennom andre
    .help = Ta bort en av linjene som henter det inn, så sirkelen åpner seg.
broken-link-kind = `{ $target }` er en side av typen `{ $kind }`, og her trengs en øvelse
    .help = Velg en side av typen `exercise`, eller lenk med `[[{ $target }]]`.
broken-anchor = `{ $id }` har ingen overskrift med ankeret `{ $anchor }`
    .help = Skriv `{"{"}#{ $anchor }{"}"}` sist på linjen med overskriften, på alle språk.
audience-leak = Utgaven `{ $edition }` har denne lenken, men ikke siden `{ $target }`
    .help = `{ $target }` er for: { $readers }. Fjern lenken, eller flytt den inn i `:::only`.
missing-alt = Bildet mangler en tekst som sier hva det viser
    .help = Skriv den mellom hakeparentesene: `![…](…)`.
external-resource = `{ $source }` hentes fra et annet nettsted
    .help = Lagre filen i `content/media/`, hvis dere har lov, og vis til den der.
external-resource-link = `{ $path }` peker bare på en fil utenfor prosjektet
    .help = Legg selve filen der.

## Tema

template = Malen kan ikke brukes: { $reason }
    .help = Rett den på linjen som vises. `andrum explain template` sier mer.
template-missing = Temaet har ingen mal som heter `{ $name }`
    .help = Legg til filen, eller kopier den fra temaet `default`.

## Hvorfor det betyr noe

why-yaml-syntax = Før den kan leses, vet ingen hva siden er, eller hvem som skal se den.
why-unknown-key = En feilskrevet nøkkel har ingen virkning, og ingen merker det.
why-missing-key = Noe lenger ut i kjeden bygger på den, som summen av minutter i en uke.
why-wrong-type = Ut fra verdiene legger andrum sammen minutter, teller uker og sorterer sider.
why-out-of-range = Deltakeren ville merket det: en skala som går baklengs, eller en uke 12 av ti.
why-duplicate-key = Bare én av dem kan gjelde, og leseren kan få den gale.
why-not-utf8 = Bokstaver som æ, ø, å, ä og ö ville nådd leseren som spørsmålstegn.
why-path-not-nfc = Filen kan finnes hos deg og mangle hos deltakeren.
why-unknown-block = Den ville blitt vanlig tekst, uten noe sted å skrive, og ingenting ville blitt lagret.
why-unknown-attribute = Attributtene avgjør hvordan et svar lagres, og hvem som leser det.
why-missing-share = Den som skal skrive om en dårlig dag, må først vite hvem som får lese.
why-unclosed-block = Resten av siden ville glidd inn i blokken.
why-block-in-quote = Der inne kan ingen si hvor blokken begynner og slutter.
why-raw-html = Siden blir nettsted, app og utskrift, og HTML som er laget for det ene, ryker i det andre.
why-unsafe-svg = Bildet kan fortelle en fremmed at noen leser om behandlingen sin.
why-unsafe-scheme = Det som sendes over andre adresser, kan endres underveis eller gjøre skade.
why-unknown-fact = Det ville blitt et hull i setningen.
why-unknown-instrument = Deltakeren ville ikke fått noe skjema den uken.
why-unknown-name = Det som er for et sted som er skrevet feil, ville ikke nådd noen.
why-duplicate-id = Svar og lenker finner fram med den, og ville havnet på feil sted.
why-missing-id = Id-en er det som får et svar til å finne veien tilbake.
why-malformed-id = Id-er blir adresser og filnavn, og andre tegn svikter på noen telefoner og servere.
why-missing-translation = En deltaker som leser det språket, møter et hull.
why-different-structure = Den som bytter språk, skal finne de samme oppgavene og sine egne svar.
why-missing-word = Leseren ville møtt en tom knapp eller et fremmed ord.
why-unused-word = Ofte er navnet feilstavet, og leserne ser fremdeles det gamle ordet.
why-broken-link = På en dårlig dag trengs siden, og det er ikke sikkert det blir noe nytt forsøk.
why-broken-anchor = Leseren havner øverst på siden og må lete.
why-audience-leak = Leseren kommer ingen vei, men vet nå at det finnes en tekst som ikke er for dem.
why-missing-alt = En deltaker som ikke kan se bildet, får ingenting i stedet.
why-external-resource = Hver gang siden åpnes, får det nettstedet vite at noen her leser programmet.
why-template = Alle sider lages med temaet, så ingen kan lages før dette er rettet.

## Oversettelser som blir hengende etter

stale-translation =
    { $language ->
        [no] `{ $id }` er endret på norsk siden dette ble oversatt
        [sv] `{ $id }` er endret på svensk siden dette ble oversatt
       *[other] `{ $id }` er endret på `{ $language }` siden dette ble oversatt
    }
    .help = Se hva som er endret, med `andrum translate diff { $id }`. Følg opp her, og si fra med `andrum translate accept { $id }`.
source-here = siden den er oversatt fra
changed-here = dette er endret siden
why-stale-translation = De som leser hvert sitt språk, ville fått vite ulike ting, og ingen ville merket det.
translation-unmarked = Ingenting sier hvilket språk `{ $id }` ble skrevet på først
    .help = Skriv `translated: {"{"} from: … {"}"}` øverst på den som er oversatt, med språket den er laget fra.
unmarked-twin = denne sier det heller ikke
why-translation-unmarked = Når den ene endres, får ingen vite at den andre må følge etter.
translation-circle = Språkene i `{ $id }` sier at de er laget av hverandre
    .help = Bestem hvilken som ble skrevet først, og ta linjen `translated` ut av den.
translation-circle-self = Siden sier at den er laget av seg selv
    .help = Skriv språket den er oversatt fra, eller ta linjen bort hvis den ble skrevet først.
translation-circle-unknown = Programmet har ikke noe språk som heter `{ $language }`
    .help = Skriv navnet på en mappe under `content/`.
circle-here = og denne, i sin tur
why-translation-circle = Når ingen av dem leder, kan ingen se at en av dem blir hengende etter.

## Godkjenninger

approval-missing = `{ $role }` har ikke godkjent `{ $id }`
    .help = La den som svarer for det, lese siden. Skriv det så ned med `andrum approve`.
approval-missing-all = `{ $role }` har ikke godkjent noen av de { $count } sidene
    .help = Hver side må ha det, på alle språk: `andrum approve`.
unapproved-twin = heller ikke på dette språket
why-approval-missing = En deltaker stoler på at en som kan det, har lest hvert ord.
approval-void = `{ $id }` er endret siden { $by } godkjente den (`{ $role }`)
    .help = La den bli lest og godkjent på nytt. Det kan også være et tall eller et fragment den viser, som er endret.
why-approval-void = Det som ble godkjent, er ikke det deltakeren ville fått lese.

## Det som er utgitt

removed-id = `{ $id }` er borte; den var med i { $version }
    .help = Sett den tilbake, eller skriv den under `retired` i `programme.lock`, med `replaced_by` hvis noe tar over.
removed-id-replacement = `{ $id }` er erstattet av `{ $replacement }`, som ikke finnes
    .help = Skriv id-en til en side, en oppgave eller en øvelse.
removed-id-again = `{ $id }` er tatt ut av bruk, og står for noe igjen
    .help = Gi denne en egen id: Svar som er lagret under `{ $id }`, gjaldt noe annet.
stood-here = den sto på denne siden
why-removed-id = Svar og lenker henger på den, og ville aldri blitt sett igjen.
changed-kind = `{ $id }` var `{ $was }` i { $version }, og er nå `{ $is }`
    .help = Gjør den til `{ $was }` igjen. Eller gi den nye en egen id, og ta `{ $id }` ut av bruk.
released-here = dette ble lovet
why-changed-kind = Apper har lagret én slags svar og ville møtt en annen.
changed-answer-scale = Skalaen `{ $id }` ble utgitt med `{ $was }`, og har nå `{ $is }`
    .help = Still den tilbake. Eller gi den nye skalaen en egen id, og ta `{ $id }` ut av bruk.
changed-answer-many = `{ $id }` ble utgitt med `many={ $was }`, og har nå `many={ $is }`
    .help = Still den tilbake. Eller gi den nye en egen id, og ta `{ $id }` ut av bruk.
changed-answer-every =
    `{ $id }` ble utgitt for å besvares { $was ->
        [once] én gang
       *[other] hver `{ $was }`
    }, og besvares nå { $is ->
        [once] én gang
       *[other] hver `{ $is }`
    }
    .help = Ett svar kan ikke bli en liste, og en liste ikke ett svar. Still den tilbake, eller gi den nye en egen id.
changed-answer-removed =
    `{ $id }` har ikke lenger { $what ->
        [column] kolonnen
        [question] spørsmålet
       *[option] alternativet
    } `{ $part }`, som er utgitt
    .help = Sett det tilbake. Ordene kan endres; det er under id-en svarene er lagret.
changed-answer-right = Et annet svar på `{ $id }` er riktig enn da det ble utgitt: { $was }
    .help = Still det tilbake. Eller gi spørsmålet en ny id, så gamle resultater fortsatt stemmer.
why-changed-answer = Det deltakerne har svart, ville gått tapt eller betydd noe annet.
shared-later = `{ $id }` var privat i { $version }, og deles nå med behandleren
    .help = Sett `share=private` igjen. Eller lag en ny oppgave med en egen id, og si i den hvem som leser svaret.
why-shared-later = Noen har skrevet der i den tro at ingen ville lese det.

## andrum approve

approved =
    { $marked ->
        [0] Ingen tekst ble merket
        [one] 1 tekst er godkjent av { $role }
       *[other] { $marked } tekster er godkjent av { $role }
    }{ $current ->
        [0] {"."}
       *[other] {"; "}{ $current } var det allerede.
    }
approve-unknown-role = { $roles ->
        [none] `programme.yaml` nevner ingen roller under `approvals`.
       *[other] Ingen rolle heter `{ $role }`; `programme.yaml` spør { $roles }.
    }
approve-nobody = Si hvem som godkjenner: --by "Kari Nordmann".
approve-refused-draft = `{ $id }` er et utkast. Den godkjennes når den ikke er det lenger.
approve-refused-fragment = `{ $id }` er tekst som går igjen. Den godkjennes med sidene som viser den.
approve-refused-missing = `{ $id }` mangler på `{ $language }`, så det er ingenting å godkjenne.

## andrum diff

diff-first = Ingenting er utgitt ennå. Den første utgivelsen er { $version }, som `programme.yaml` sier.
diff-refused-errors = Innholdet har feil. Rett dem først; `andrum check` viser dem.
diff-unknown = `{ $name }` er ingen mappe med en `programme.yaml`, og git kjenner ikke noe prosjekt og ingen versjon ved det navnet; en pakke er det heller ikke.
diff-other-edition = De to er fra ulike programmer eller utgaver, eller utgaven finnes ikke her.
course-none = Programmet har ikke noe kurs: `course` i programme.yaml sier hva det er
course-since = Endret i { $language }: { $modules }
course-since-none = Ingen moduler er endret siden { $version }.
diff-delta = En app med denne versjonen av `{ $edition }` henter { $files ->
        [0] ingenting nytt
        [one] 1 fil
       *[other] { $files } filer
    }, { $size } kB av { $whole } kB.
diff-html-words = Ordene som er endret
language-tag = nb
diff-head =
    { $from } → { $to } ({ $bump }): { $texts ->
        [0] ingen tekst er endret
        [one] 1 tekst er endret
       *[other] { $texts } tekster er endret
    }, { $tasks ->
        [0] ingen oppgave er rørt
        [one] 1 oppgave er rørt
       *[other] { $tasks } oppgaver er rørt
    }
diff-part =
    { $bump ->
        [major] Major: lagrede svar, eller det som er lovet, holder ikke lenger
        [minor] Minor: noe er nytt, og ingenting går tapt
       *[patch] Patch: ord og rekkefølge
    }
diff-schedule = `schedule` i programme.yaml er endret
diff-language-gone = Språket `{ $language }` er borte
diff-language-added = Språket `{ $language }` er nytt
diff-edition-gone = Utgaven `{ $edition }` er borte
diff-edition-added = Utgaven `{ $edition }` er ny
diff-page-added = `{ $id }` er en ny side ({ $kind })
diff-page-gone = Siden `{ $id }` er borte, og ingenting står i stedet
diff-page-replaced = Siden `{ $id }` er tatt ut; `{ $by }` står i stedet
diff-page-kind = Siden `{ $id }` var av slaget { $was } og er { $is }
diff-page-unit = Siden `{ $id }` er flyttet fra enhet { $was } til { $is }
diff-audience-narrowed = Siden `{ $id }` er ikke lenger for { $audience }
diff-audience-widened = Siden `{ $id }` er også for { $audience }
diff-words = Ordene i `{ $id }` er endret ({ $languages })
diff-task-added = `{ $id }` er en ny oppgave ({ $kind }) på `{ $page }`
diff-task-gone = Oppgaven `{ $id }` er borte, og ingen oppgave med samme slags svar står i stedet
diff-task-replaced = Oppgaven `{ $id }` er tatt ut; `{ $by }` står i stedet
diff-task-kind = Oppgaven `{ $id }` var av slaget { $was } og er { $is }
diff-task-moved = Oppgaven `{ $id }` er flyttet fra `{ $was }` til `{ $is }`
diff-task-shared = Svaret på `{ $id }` var privat og skal deles
diff-task-private = Svaret på `{ $id }` skulle deles og er privat
diff-task-every = `{ $id }` ble spurt om { $was } og spørres om { $is }
diff-task-when = `{ $id }` utløses nå av { $is }
diff-task-minutes = Tiden som `{ $id }` tar, er endret
diff-scale = Skalaen til `{ $id }` var { $was } og er { $is }
diff-many = `{ $id }` tar et annet antall svar
diff-rows = Arbeidsarket `{ $id }` hadde { $was } rader og har { $is }
diff-pass = Grensen for å bestå `{ $id }` var { $was } og er { $is }
diff-right = Det riktige svaret på `{ $question }` i `{ $id }` er endret
diff-part-gone =
    { $sort ->
        [column] Kolonnen `{ $part }` i `{ $id }` er borte
        [question] Spørsmålet `{ $part }` i `{ $id }` er borte
       *[option] Valget `{ $part }` i `{ $id }` er borte
    }
diff-part-added =
    { $sort ->
        [column] `{ $id }` har en ny kolonne, `{ $part }`
        [question] `{ $id }` har et nytt spørsmål, `{ $part }`
       *[option] `{ $id }` har et nytt valg, `{ $part }`
    }
diff-anchors = Punktene på skalaen `{ $id }` heter noe annet ({ $languages })
diff-pattern = Pustemønsteret `{ $id }` var { $was } og er { $is }
diff-pattern-moved = Pustemønsteret `{ $id }` er flyttet fra `{ $was }` til `{ $is }`
diff-pattern-added = `{ $id }` er et nytt pustemønster
diff-pattern-gone = Pustemønsteret `{ $id }` er borte, og ingenting står i stedet
diff-pattern-replaced = Pustemønsteret `{ $id }` er tatt ut; `{ $by }` står i stedet

## andrum verify

verify-good =
    { $files ->
        [one] 1 fil er slik den ble laget
       *[other] { $files } filer er slik de ble laget
    }. Bare kontrollsummer: uten --key er opphavet ikke bevist.
verify-proven =
    { $files ->
        [one] 1 fil er slik den ble laget
       *[other] { $files } filer er slik de ble laget
    }, og signert med nøkkelen.
verify-bad =
    { $faults ->
        [one] 1 feil
       *[other] { $faults } feil
    } i { $files } filer.
verify-nothing = { $path } er ingen pakke, versjon, utgave eller dist/ som andrum har laget.
verify-missing = den står på listen, men er ikke her
verify-size = den var { $was } byte og er { $is }
verify-hash = innholdet er et annet enn det som står på listen
verify-besides = den er her, men står ikke på noen liste
verify-unreadable = den kan ikke leses som det den skal være
verify-path = den lister `{ $path }`, som ikke er en sti inne i mappen
verify-twice = den lister `{ $path }` to ganger
verify-version = den sier at den er { $version }
verify-cut-short = en bygging ble avbrutt; den neste fullfører eller rydder
verify-cut-off = den er kuttet: { $is } av { $was } byte
verify-mixed = den er fra { $version }
verify-unsigned = den er ikke signert
verify-other-key = den er signert med en annen nøkkel
verify-forged = signaturen gjelder ikke dette innholdet
verify-other-bundle = den inneholder { $bundle }
verify-older = listen er eldre enn { $version }, som ligger ved siden av
verify-unproven = ingen signert liste over versjoner ved siden av nevner den
verify-leavings = ligger igjen etter en kjøring som ble avbrutt; den neste fullfører eller rydder
verify-rebuilt = den blir en annen når den bygges på nytt
verify-no-source = den nevner ingen commit som er kjent her, så den kan ikke bygges på nytt
verify-manifest = den har et annet manifest enn det som ligger ved siden av
verify-member = den har `{ $path }`, som ikke står i manifestet
verify-zip = den er ikke en ZIP slik andrum lager dem

## andrum key

key-made = Den hemmelige nøkkelen er { $secret }: legg den der ingen andre leser den, og ta en kopi, for ingen kan lage den på nytt. Den offentlige er { $public }: apper og `andrum verify --key` holder utgivelser opp mot den.
key-stands = { $file } finnes allerede. En nøkkel blir aldri overskrevet: apper holder fast ved den i årevis.
key-missing = Det ligger ingen nøkkel på { $file }. Lag en med `andrum key new`, eller si hvilken med --key.
key-unreadable = { $file } kan ikke leses som en hemmelig nøkkel, eller passordet er et annet.
key-none = `{ $key }` er ingen offentlig nøkkel, og ingen fil som har en.
key-password = Passordet til { $file }
key-new-password = Et passord for nøkkelen
key-same-password = Det samme en gang til
key-empty-password = Et tomt passord vokter ingenting; si --no-password hvis det er meningen.
key-other-password = De to er ikke like.

## andrum release

release-no-git = { $folder } ligger ikke i et git-repo med en commit, og en utgivelse lages fra en.
release-dirty = Disse er ikke som i den siste commiten: { $files }. Commit dem, eller ta dem tilbake.
release-errors =
    { $count ->
        [one] 1 feil står
       *[other] { $count } feil står
    } i veien for en utgivelse. `andrum check --release` viser de samme.
release-too-small = Det som er endret, krever { $needed }, og { $asked } er mindre.
release-first-part = Den første utgivelsen er { $version }, som det står i `programme.yaml`: utelat delen.
release-tag = Git har allerede en tagg { $tag }.
release-stands = { $folder } har allerede { $version }, og en utgivelse lages aldri på nytt.
release-other-key = Den forrige utgivelsen ble signert med { $pinned }, og denne nøkkelen er { $key }. Apper som holder fast ved den første, avviser den andre. Signer med den første; er den tapt, så endre `key` i programme.lock og gi appene den nye.
release-commit = Utgivelse { $id } { $version }
release-nothing = Ingenting er endret siden { $version }, og den er hel.
release-finished = { $version } var blitt avbrutt. Nå er den hel.
released = { $version } er utgitt, som { $tag } i git. Send den videre med `git push --follow-tags`, og publiser mappene til utgavene.

## andrum translate

unknown-page = Det finnes ingen side som heter `{ $name }`.
unknown-language = Det finnes ikke noe språk som heter `{ $language }`; programmet har { $languages }.
translate-none = Ingen av språkene i `{ $id }` sier at de er laget fra et annet.
translate-state =
    { $id }, { $language }: { $state ->
        [source] kilden for de andre
        [current] à jour
        [stale] kilden er endret siden den ble laget
        [unaccepted] ikke bekreftet ennå, så ingenting holder den opp mot kilden
        [unmarked] ingen vet hva den er laget fra
        [draft] et utkast
       *[missing] mangler
    }
translate-since = Dette er endret i { $file } siden { $date } ({ $commit }):
translate-there = → til { $place }
translate-after = → etter { $place }
translate-not-there = Git har ingen versjon av { $file } med kontrollsummen { $hash }, så endringene kan ikke vises ord for ord.
translate-no-history = Det finnes ingen git-historikk for { $file }, så endringene kan ikke vises ord for ord.
translate-same-blocks = De to er bygd av de samme blokkene. Les dem side om side.
translate-alone = { $place }: den andre har ingenting på plassen til `{ $what }`
translate-accepted =
    { $marked ->
        [0] Ingen oversettelse ble merket
        [one] 1 oversettelse er merket som à jour
       *[other] { $marked } oversettelser er merket som à jour
    }{ $current ->
        [0] {"."}
       *[other] {"; "}{ $current } var det allerede.
    }
translate-refused-missing = `{ $id }` mangler på `{ $language }`, så det er ingenting å merke.
translate-refused-source = `{ $id }`: si hvilket språk den er laget fra, med --from.
refused-errors = { $file } har feil. Rett dem først; `andrum check` viser dem.
refused-header = Det går ikke å legge til noe øverst i { $file }. Skriv linjen `{ $key }` for hånd.
translate-unit =
    { $unit ->
        [module] Modul
        [chapter] Kapittel
        [section] Del
       *[week] Uke
    } { $number }
translate-outside = Utenom enhetene
translate-cell =
    { $state ->
        [source] kilde
        [current] à jour
        [stale] utdatert
        [unaccepted] ikke bekreftet
        [unmarked] umerket
        [draft] utkast
       *[missing] mangler
    }
translate-cell-words =
    { $state ->
        [stale] utdatert
       *[missing] mangler
    }, { $words ->
        [one] 1 ord
       *[other] { $words } ord
    }
## Ett sted som tillates

malformed-allow = Denne kommentaren er til andrum, men sier ikke hva den tillater
    .help = Skriv `<!-- andrum: allow(navn) grunn -->`, med navnet på kontrollen og hvorfor den tar feil her.
malformed-allow-unknown = Det finnes ingen kontroll som heter `{ $name }`
    .help = `andrum explain` viser alle sammen.
malformed-allow-firm = `{ $name }` kan ikke tillates
    .help = Svar, lenker og andre programmer henger på den. Rett det den melder, og ta bort kommentaren.
malformed-allow-reason = Kommentaren tillater noe uten å si hvorfor
    .help = Skriv etter parentesen, med noen få ord, hvorfor det er riktig her.
unused-allow = Denne kommentaren tillater `{ $name }`, men her er det ingenting å tillate
    .help = Ta bort kommentaren, eller sett den rett over avsnittet den gjelder.
why-malformed-allow = Den neste som leser siden, må kunne se hva som ble tillatt, og hvorfor.
why-unused-allow = En kommentar som ikke tillater noe i dag, kan skjule en feil i morgen.
## other-language

other-language =
    { $language ->
        [no] Dette ser ut til å være norsk
        [sv] Dette ser ut til å være svensk
       *[other] Dette ser ut til å være på språket `{ $language }`
    }
    .help = Oversett det. Skal det stå slik, så sett det i anførselstegn eller skriv `[ord]{"{"}lang={ $language }{"}"}`.
other-language-page =
    { $language ->
        [no] Det meste av siden ser ut til å være norsk
        [sv] Det meste av siden ser ut til å være svensk
       *[other] Det meste av siden ser ut til å være på språket `{ $language }`
    }
    .help = Oversett siden, eller flytt filen til `content/{ $language }/`.
why-other-language = En setning på nabospråket er nesten riktig. Derfor ser ingen den, unntatt leseren som snubler i den.
## `andrum new`

new-kind = Det finnes ingen sider av typen `{ $kind }`
    .help = Du kan velge mellom: { $kinds }.
new-id = `{ $id }` kan ikke være en id
    .help = Små bokstaver a–z, tall og bindestreker, en bokstav først, høyst 64 tegn: `w04-rest`.
new-id-taken = Id-en `{ $id }` er allerede i bruk
    .help = Velg en annen id. Skal siden oversettes, så kopier filen til mappen for det andre språket.
new-id-released = Id-en `{ $id }` har vært med i en utgivelse, og en app kan ha svar lagret under den
    .help = Velg en annen id. En id som er utgitt, brukes aldri til noe annet.
new-file = Det ligger allerede en fil på `{ $path }`
    .help = Velg en annen id, eller flytt filen.
new-language = Programmet har ikke noe språk som heter `{ $language }`
    .help = I `programme.yaml` står: { $languages }.
new-no-language = `programme.yaml` nevner ingen språk
    .help = Legg til et under `languages`.
new-unit = En side av typen `{ $kind }` hører til i en av enhetene 1 til { $count }
    .help = Si hvilken med `--unit 4`, eller begynn id-en med den: `w04-rest` hører til uke 4.
new-unit-outside = Enhet { $unit } finnes ikke: planen i `programme.yaml` går fra 1 til { $count }
    .help = Velg en av dem, eller endre `count` i `programme.yaml`.
new-unit-taken = Enhet { $unit } har allerede en side av typen `theme`
    .help = Det skal bare være én. Velg en annen enhet eller en annen type.
new-next = Skriv det kommentarene ber om, og ta dem bort etter hvert. Kjør så `andrum check`.
new-next-module = Skriv `{ $id }` under `modules` i `course` i `programme.yaml` når modulen skal være med i kurset.
## Ord

lix = LIX er { $whole },{ $tenth }, og disse leserne trenger rundt { $target }
    .help = Del opp de lengste setningene, og bruk kortere ord der du kan.
lix-sentence = { $words } ord i én setning
why-lix = På en dårlig dag koster det krefter å lese, og den som gir opp halvveis, står uten hjelp.

vague-link = `{ $words }` sier ikke hvor lenken fører
    .help = La lenken være de ordene som sier hva leseren finner der.
why-vague-link = Skjermlesere lister opp lenkene på en side, og der høres alle «her» like ut.

heading-jump = Overskriften har `{ $level }`, men ingen over den har `{ $expected }`
    .help = Bruk `{ $expected }`, eller sett inn overskriften som mangler.
why-heading-jump = Den som lytter seg fra overskrift til overskrift, tror at noe mangler.

avoided-term = `{ $word }` er et ord programmet unngår
    .help = Programmet sier `{ $instead }`.
avoided-term-here = her står det at ordet unngås
why-avoided-term = To ord for én ting får leseren til å lete etter en forskjell som ikke finnes.

near-duplicate = Nesten det samme avsnittet står på `{ $id }`
    .help = Gjør det til en side av typen `fragment`, og hent den inn begge steder.
near-duplicate-fragment = Nesten det samme avsnittet står i fragmentet `{ $id }`
    .help = Hent det inn i stedet: `::include{"{"}ref={ $id }{"}"}`.
why-near-duplicate = En dag blir det ene rettet og det andre glemt, og leserne får to ulike svar.

typography-quotes = På dette språket skrives sitater { $open }slik{ $close }
    .help = Bruk { $open } og { $close }.
typography-pause = En pause skrives med tankestrek: { $dash }
    .help = Bruk { $dash } med mellomrom på begge sider.
typography-range = Fra et tall til et annet skrives med tankestrek: { $dash }
    .help = Bruk { $dash } uten mellomrom.
why-typography = En skjermleser kan si «minus» for en bindestrek, og fremmede anførselstegn får leseren til å snuble.

personal-number = Dette ser ut som noens fødselsnummer eller personnummer: { $masked }
    .help = Ta det bort, også fra historikken hvis det er ekte, og si fra til den som har ansvar for personvernet.
why-personal-number = Det røper hvem som er i behandling, og det som er publisert, kan ikke tas tilbake.

emergency-country = `{ $number }` står uten landet sitt
    .help = Skriv hvor nummeret gjelder, i samme setning eller rad: { $countries }.
why-emergency-country = Den som leser dette språket, kan være i et annet land, og der er det ikke sikkert noen svarer.
## Utkast

link-to-draft = `{ $target }` er et utkast, og utkast kommer ikke med
    .help = Ta bort `draft: true` når siden er ferdig, eller lenk til en annen side.
link-to-draft-here = den er et utkast på grunn av dette
why-link-to-draft = Leseren ville blitt sendt til en side som ikke er der.

## Ordene i temaet

word-variables =
    `{ $word }` bruker andre variabler her, { $here ->
        [none] ingen
       *[other] `{ $here }`
    }, enn på det første språket, { $there ->
        [none] ingen
       *[other] `{ $there }`
    }
    .help = Bruk de samme variablene på alle språk. Navnene deres oversettes aldri.
why-word-variables = Tallet eller navnet som hører til der, ville falt bort, og kanskje hele ordet med det.

## Enheter og tid

missing-unit = `unit: { $unit }` har ikke noe tema, men denne siden hører til der
    .help = Skriv en side av typen `theme` med `unit: { $unit }`, eller flytt denne siden til en annen enhet.
why-missing-unit = Deltakeren ville møtt oppgaver uten noe som sier hva de er til for.
unwritten-unit =
    { $count ->
        [one] Ingen har skrevet temaet for enhet { $units }
       *[other] Ingen har skrevet temaene for enhetene { $units }
    }
    .help = Skriv en side av typen `theme` for hver av dem, gjør ferdig utkastene, eller sett `count` lavere.
why-unwritten-unit = Deltakeren er lovet så mange enheter, og veien ville sluttet før dem.
duplicate-unit = `unit: { $unit }` har et tema fra før
    .help = Gi en av sidene en annen `unit`, eller en annen type, for eksempel `reflection` eller `page`.
why-duplicate-unit = Deltakeren ville ikke visst hvilken av dem som kommer først.
unit-load = `unit: { $unit }` ber om { $minutes } minutter, { $day } om dagen, og timeplanen lover høyst { $most }
    .help = Ta noe bort, be om det sjeldnere, eller endre `minutes_per_day` i `programme.yaml`.
unit-load-little = `unit: { $unit }` ber om { $minutes } minutter, { $day } om dagen, og timeplanen lover minst { $least }
    .help = Se etter at hver side og oppgave har `minutes`, eller endre `minutes_per_day` i `programme.yaml`.
unit-load-promised = lovet her
unit-load-page = `{ $id }`: { $minutes } min.
unit-load-repeats =
    { $repeats ->
        [one] `{ $id }` én gang til: { $minutes } min.
       *[other] `{ $id }` { $repeats } ganger til: { $minutes } min.
    }
why-unit-load = Den som kommer med for lite krefter, må kunne stole på hvor mye det blir spurt om.
breathing-length = Pusten tar { $minutes }:{ $seconds } minutter, og siden sier { $page }
    .help = Endre `rounds`, sekundene eller `minutes` øverst på siden, på alle språk.
page-minutes-here = siden sier { $minutes } min.
why-breathing-length = Den som har satt av fem minutter, skal være ferdig da, men ikke før pusten har falt til ro.
phase-minutes = Fasene blir { $sum } minutter til sammen, og samtalen har { $minutes }
    .help = Endre `minutes` på en fase eller på hele samtalen, på alle språk.
phase-minutes-here = { $minutes } min. her
why-phase-minutes = Det er den siste fasen som blir kuttet, og der avtaler dere hva som skjer videre.

## Omsorg

unshared-task = Veilederen fører til `{ $task }`, men svaret der er bare for deltakeren
    .help = Lenk til en oppgave som er delt, eller til siden den står på. Del en oppgave bare hvis deltakeren får vite det før det første ordet.
unshared-task-here = privat her
why-unshared-task = Behandleren ville spurt etter noe som deltakeren er lovet å få ha for seg selv.
instrument-rater =
    { $rater ->
        [self] `{ $name }` fylles ut av deltakeren
       *[clinician] `{ $name }` skåres av behandleren
    }
    .help = Endre `rater`, eller navnet: MADRS skåres av behandleren, MADRS-S fylles ut av deltakeren.
instrument-rater-here = skjemaet får navnet sitt her
why-instrument-rater = De to skåres ulikt, og et bytte ser ut som en endring i den det gjelder.
missing-page = Pasienter leser denne utgaven, og den har ingen side `{ $id }`
    .help = Skriv en side med `id: { $id }` av typen `page`, på alle språk.
missing-page-hidden = Pasienter leser denne utgaven, men får ikke siden `{ $id }`
    .help = Legg til `patient` i `audience`, og ta bort `draft: true` når siden er ferdig.
missing-page-module = Kurset nevner modulen `{ $id }`, og det finnes ingen slik side
    .help = Skriv den med `andrum new module { $id }`, eller ta den av lista.
missing-page-here = dette holder den borte fra dem
why-missing-page = Hvor en får hjelp når det haster, hva som skjer med svarene, og hvem som kan bruke sidene: Ingen skal måtte lete.
review-overdue = Denne siden skulle leses på nytt innen { $date }
    .help = La dem som har ansvar for siden, lese den, rett det som er endret, og sett en ny dato.
why-review-overdue = Det som var riktig da det ble skrevet, kan være galt nå, og det ser ikke leseren.
undecided = `{ $key }` er ikke bestemt
    .help = Spør den som bestemmer i klinikken, og skriv det de svarer.
why-undecided = En deltaker, eller en app, måtte gjettet på det klinikken ikke har bestemt.
governance =
    { $count ->
        [one] Dette mangler under `governance`: { $fields }
       *[other] Disse mangler under `governance`: { $fields }
    }
    .help = Legg dem til. Er noe ikke bestemt ennå, så skriv `undecided`.
why-governance = Den som får tilbud om programmet, skal se hvem som har laget det, hvem som har ansvar, og hva en vet om virkningen.

## Kurset

no-right-answer = Ingen av svarene på dette spørsmålet er riktige
    .help = Sett `[x]` foran hvert riktig alternativ, på alle språk.
why-no-right-answer = Ingen kunne bestått, og den som lærer, ville trodd at feilen var deres egen.
untested-outcome = Ingen av spørsmålene handler om læringsmålet `{ $id }`
    .help = Skriv et spørsmål med `outcome={ $id }`, eller ta bort målet.
why-untested-outcome = Beviset ville sagt noe som ingen har prøvd.
question-without-outcome = Spørsmålet sier ikke hvilket læringsmål det hører til
    .help = Skriv `outcome=…` i krøllparentesen, med id-en til et av målene i modulen.
question-without-outcome-unknown = Modulen har ikke noe læringsmål som heter `{ $id }`
    .help = Skriv id-en til et av målene i modulen, eller legg dette til øverst på siden.
why-question-without-outcome = Den som svarer feil, får ikke vite hva som bør leses en gang til.
course-size = Kurset kan ta { $size } av tegnene en læringsplattform tar vare på for hver kursdeltaker, og { $most } gir rom til å vokse
    .help = Del det i to kurs, eller still færre spørsmål i hver modul.
why-course-size = En kursdeltaker med mer enn det er plass til, ville mistet det.

## Lyd, film og vekt

missing-captions = Filmen `{ $file }` har ikke teksting
    .help = Skriv det som blir sagt og hørt, i en WebVTT-fil, og vis til den: `captions=…`.
why-missing-captions = Den som ikke hører, eller har lyden av ved siden av en som sover, får bare bilder.
missing-transcript = `{ $file }` har ingen tekst å lese i stedet
    .help = Skriv det som høres og ses, på en side av typen `fragment`, og vis til id-en: `transcript=…`.
why-missing-transcript = Den som ikke kan høre eller se, eller har for dårlig nett til å spille av, får ingenting.
media-budget = Bildet er på { $size } kB, og { $most } kB er nok på en telefon
    .help = Lagre det mindre, høyst 1600 piksler bredt, eller som WebP eller JPEG.
media-budget-whole = Filen er på { $size } MB, og { $most } MB er det meste for en telefon med dårlig nett
    .help = Lagre den med lavere bithastighet, eller del den opp.
media-budget-minute = Filen tar { $size } kB i minuttet, og { $most } kB er nok for en telefon med dårlig nett
    .help = Lagre den med lavere bithastighet: 64 kbit/s for tale, 720 linjer for film.
why-media-budget = Med dårlig nett ville siden fortsatt lastet når leseren gir opp.
malformed-id-internal = `{ $id }` er navnet på statussiden, og kan ikke være en utgave
    .help = Velg et annet navn. Det som ligger i `internal`, blir aldri publisert, og slik må det forbli.
broken-link-table = En `|` i tabellen deler lenken `{ $link }` i to
    .help = Skriv `\|` for streken i en lenke som står i en tabell: `[[id\|ord]]`.
wrong-type-row = Raden har flere celler enn tabellen har kolonner, som er { $columns }
    .help = Det som står utenfor, vises ikke. Gi det en egen kolonne, eller skriv `\|` der streken ikke er kanten av en celle.
heading-jump-title = Overskriften har `#`, og det er nivået til sidens egen tittel
    .help = Begynn med `##`: tittelen står øverst i filen, som `title`.
