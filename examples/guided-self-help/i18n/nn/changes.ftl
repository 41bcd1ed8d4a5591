# Det som er nytt i ei utgåve, fortalt til dei som les programmet. `rest` er kor mange titlar som ikkje er nemnde.

changes-heading = Endringar
changes-title = «{ $title }»
changes-rest = { $titles } og { $rest } til
changes-first = Første utgåva.
changes-small = Små rettingar som ikkje endrar ord eller oppgåver.
changes-new-page = Ny side: { $titles }
changes-page-instead = Har kome i staden for ei tidlegare side: { $titles }
changes-words = Ny tekst på { $titles }
changes-new-task = Ny oppgåve: { $titles }
changes-task-instead = Har kome i staden for ei tidlegare oppgåve, og svaret ditt følgjer med: { $titles }
changes-shared = Svaret blir no delt med behandlaren din: { $titles }
changes-private = Svaret er no berre ditt: { $titles }
changes-task = Oppgåva er endra: { $titles }
changes-moved = Står ein annan stad enn før: { $titles }
changes-pattern = Pusteøvinga er endra: { $titles }
