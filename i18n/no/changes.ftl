# Det som er nytt i en utgave, fortalt til dem som leser programmet. `rest` er hvor mange titler som ikke er nevnt.

changes-heading = Endringer
changes-title = «{ $title }»
changes-rest = { $titles } og { $rest } til
changes-first = Første utgave.
changes-small = Små rettelser som ikke endrer ord eller oppgaver.
changes-new-page = Ny side: { $titles }
changes-page-instead = Har kommet i stedet for en tidligere side: { $titles }
changes-words = Ny tekst på { $titles }
changes-new-task = Ny oppgave: { $titles }
changes-task-instead = Har kommet i stedet for en tidligere oppgave, og svaret ditt følger med: { $titles }
changes-shared = Svaret deles nå med behandleren din: { $titles }
changes-private = Svaret er nå bare ditt: { $titles }
changes-task = Oppgaven er endret: { $titles }
changes-moved = Står et annet sted enn før: { $titles }
changes-pattern = Pusteøvelsen er endret: { $titles }
