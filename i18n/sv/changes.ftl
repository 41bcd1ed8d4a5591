# Det som är nytt i en utgåva, berättat för dem som läser programmet. `rest` är hur många titlar som inte nämns.

changes-heading = Ändringar
changes-title = ”{ $title }”
changes-rest = { $titles } och { $rest } till
changes-first = Första utgåvan.
changes-small = Små rättelser som inte ändrar ord eller uppgifter.
changes-new-page = Ny sida: { $titles }
changes-page-instead = Har kommit i stället för en tidigare sida: { $titles }
changes-words = Ny text på { $titles }
changes-new-task = Ny uppgift: { $titles }
changes-task-instead = Har kommit i stället för en tidigare uppgift, och ditt svar följer med: { $titles }
changes-shared = Svaret delas nu med din behandlare: { $titles }
changes-private = Svaret är nu bara ditt: { $titles }
changes-task = Uppgiften är ändrad: { $titles }
changes-moved = Står på en annan plats än förut: { $titles }
changes-pattern = Andningsövningen är ändrad: { $titles }
