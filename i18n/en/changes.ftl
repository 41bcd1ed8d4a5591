# What is new in a version, told to those who read the programme. `rest` is how many titles are not named.

changes-heading = Changes
changes-title = “{ $title }”
changes-rest = { $titles } and { $rest } more
changes-first = The first version.
changes-small = Small corrections that change neither words nor tasks.
changes-new-page = New page: { $titles }
changes-page-instead = Stands in the place of an earlier page: { $titles }
changes-words = New words on { $titles }
changes-new-task = New task: { $titles }
changes-task-instead = Stands in the place of an earlier task, and your answer comes along: { $titles }
changes-shared = The answer is now shared with your therapist: { $titles }
changes-private = The answer is now yours alone: { $titles }
changes-task = The task has changed: { $titles }
changes-moved = Stands in another place than before: { $titles }
changes-pattern = The breathing exercise has changed: { $titles }
