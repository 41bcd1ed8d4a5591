# Det språktjeneren sier i en editor, ved siden av meldingene i `check.ftl`. `status.ftl` ligger under.

hover-used =
    { $count ->
        [0] Ingen side nevner den.
        [one] Nevnt { $count } sted:
       *[other] Nevnt { $count } steder:
    }
hover-released = utgitt i { $version }

fix = Rett: { $message }
fix-all = Rett alt i denne filen som kan rettes for deg
twin = Lag siden på { $language }
no-project = Det er ingen programme.yaml i denne mappen eller over den, så andrum har ingenting å kontrollere.
