# Det som språkservern säger i en editor, vid sidan av meddelandena i `check.ftl`. `status.ftl` ligger under.

hover-used =
    { $count ->
        [0] Ingen sida nämner den.
        [one] Nämns på { $count } ställe:
       *[other] Nämns på { $count } ställen:
    }
hover-released = utgiven i { $version }

fix = Rätta: { $message }
fix-all = Rätta allt i den här filen som kan rättas åt dig
twin = Gör sidan på { $language }
no-project = Det finns ingen programme.yaml i den här mappen eller ovanför den, så andrum har inget att kontrollera.
