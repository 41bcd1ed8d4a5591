# Det som `andrum serve` säger i webbläsaren, bara till dem som skriver. `status.ftl` ligger under.

language-code = sv

# Valen i raden.
edition = Utgåva
translation = Översättning
time = Tid

# Det som sägs om hela innehållet.
bar-good = Inga fel
bar-errors = Fel
bar-warnings = Varningar
bar-more = Fler fel än de som visas här
bar-held = Sidan är som den var före de här felen. Rätta dem, så följer den med.
bar-none-yet = Innehållet har fel, så det finns ingen sida att visa än.
bar-no-page = Det finns ingen sådan sida. Kommer den, visas den här.
bar-lost = andrum serve svarar inte längre. Starta det igen, så följer sidan med.

# Länkarna i raden.
bar-beside = Sida vid sida
bar-source = Öppna källan
bar-absent = Sidan finns inte.
bar-unfold = Mer
bar-close = Stäng

# Sidan med språken bredvid varandra.
back = Tillbaka till sidan
