# Det `andrum serve` sier i nettleseren, bare til dem som skriver. `status.ftl` ligger under.

language-code = no

# Valgene i linjen.
edition = Utgave
translation = Oversettelse
time = Tid

# Det som sies om hele innholdet.
bar-good = Ingen feil
bar-errors = Feil
bar-warnings = Varsler
bar-more = Flere feil enn de som vises her
bar-held = Siden er slik den var før disse feilene. Rett dem, så følger den med.
bar-none-yet = Innholdet har feil, så det er ingen side å vise ennå.
bar-no-page = Det er ingen slik side. Kommer den, vises den her.
bar-lost = andrum serve svarer ikke lenger. Start det igjen, så følger siden med.

# Lenkene i linjen.
bar-beside = Side om side
bar-source = Åpne kilden
bar-absent = Siden er ikke der.
bar-unfold = Mer
bar-close = Lukk

# Siden med språkene ved siden av hverandre.
back = Tilbake til siden
