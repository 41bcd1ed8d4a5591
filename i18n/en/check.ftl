# What `andrum check` says. A message's name is the lint's, or that name with a variant behind it; `.help` says how to
# mend it, and `why-…` why it matters. Names in backticks are written the same in every language.

## The report around the messages

level-error = error
level-warning = warning
help = help
why = why
note = note
fixable = `andrum check --fix` mends this for you.
did-you-mean = Did you mean `{ $nearest }`?
unknown-lint = There is no check called `{ $name }`.
built =
    { $pages ->
        [one] Edition `{ $edition }`: 1 page
       *[other] Edition `{ $edition }`: { $pages } pages
    }
rename-nothing = There is nothing here that can be renamed: put the cursor on the id of a page, a task or an exercise.
rename-released = `{ $id }` has been released: answers and links hang on it, so it keeps its name.
serve-started = Pages follow the content as it is saved. Ctrl-C ends.
serve-polling = The system can't tell of changes ({ $reason }), so every file is looked at once a second.
serve-port-used = Port { $port } is in use, perhaps by another andrum. Try --port { $free }.

progress-reading = Reading
progress-checking = Checking
progress-writing = Writing
mended =
    { $count ->
        [one] Mended 1 fault.
       *[other] Mended { $count } faults.
    }
summary-clean =
    { $pages ->
        [one] Nothing to mend in 1 page
       *[other] Nothing to mend in { $pages } pages
    } ({ $time })
summary =
    { $errors ->
        [0] No errors
        [one] 1 error
       *[other] { $errors } errors
    } and { $warnings ->
        [0] no warnings
        [one] 1 warning
       *[other] { $warnings } warnings
    } in { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } ({ $time })

## Second places

first-here = first here
twin-here = the same place in the other language
audience-here = who may read it is decided here
unclosed-block-opener = this block stands open, and closes with `{ $colons }`

## Form: the header and programme.yaml

yaml-syntax = This line cannot be read as YAML
    .help = Look here, and on the line above, for a missing colon, quote or bracket.
yaml-syntax-open = The header begins with `---` but never ends
    .help = Write `---` on a line of its own after the last key.
yaml-syntax-tab = The line is indented with a tab
    .help = Indent with spaces, two for each level.
yaml-syntax-alias = A value cannot begin with `&` or `*`
    .help = If you mean the sign itself, put straight quotes around the whole value.
yaml-syntax-too-much = There is more here, or it lies deeper, than andrum reads
    .help = Move long text down into the page, and keep the levels few.
yaml-syntax-colon = The value holds a colon with a space after it
    .help = Put straight quotes around the whole value, as in `title: "Week 3: When it is too much"`.
yaml-syntax-quote = A quote is opened here and never closed
    .help = Close it with the same sign, or remove it.
unknown-key = There is no key called `{ $key }` here
    .help = Keys are English in every language. See that it is indented right, too.
missing-key = The key `{ $key }` is missing
    .help = Add `{ $key }:` with its value, in every language.
missing-key-kind = A page of the kind `{ $kind }` must have the key `{ $key }`
    .help = Add `{ $key }:` to the header, in every language.
missing-key-session = A session must have the key `contact` or `unit`
    .help = Name the contact in the schedule that the guide is for, or its week.
missing-key-front = The page has no header
    .help = Begin the file with `---`, then `id`, `kind` and `title` on a line each, then `---` again.
missing-key-programme = There is no `programme.yaml` here
    .help = Go to the folder that holds it, or name that folder with `--root`.
missing-key-only = `only` must say for whom: `audience` or `site`
    .help = Write `{"{"}audience=physician{"}"}` or `{"{"}site=mellerud{"}"}` in the braces.
missing-key-attribute = The block `{ $block }` must have the attribute `{ $attribute }`
    .help = Add `{ $attribute }=…` in the braces.
wrong-type =
    { $expected ->
        [flag] Here stands `true` or `false`
        [whole] Here stands a whole number, in digits and without quotes
        [id] Here stands an id: small letters a–z, digits and hyphens, such as `w03-limits`
        [date] Here stands a date, such as `2026-03-09`
        [duration] Here stands a length of time, such as `P2D` (two days) or `P5W` (five weeks)
        [version] Here stands a version, such as `1.4.0`
        [every] Here stands how often: `login`, `day`, `week`, `5/week`, or a length of time such as `P2D`
        [word] Here stands one of the words that belong to this key
        [list] Here stands a list, such as `[patient, relative]`
        [between] Here stand two whole numbers, the lower first, such as `[60, 120]`
        [map] Here stand keys of their own, each with its value
       *[text] Here stand words
    }
    .help = `andrum explain wrong-type` shows how each sort of value is written.
wrong-type-word = `{ $value }` cannot stand here
    .help = Choose one of these: { $words }.
wrong-type-worksheet = The worksheet has no table to fill in
    .help = Add a table whose top row names the columns.
wrong-type-checkin = The check-in asks about nothing
    .help = Put a `scale` or a `choice` inside it.
wrong-type-quiz = The quiz has no questions
    .help = Write each question as a heading, `### …`, with its options in a list below.
wrong-type-question = The question has no options
    .help = List them below it: `- [x]` before a right one, `- [ ]` before the others.
wrong-type-options = The block `{ $block }` has no list
    .help = Write each item on a line that begins with `- `.
wrong-type-anchor = This line of the scale does not begin with a number
    .help = Write the number, a colon and the words, as in `- 0: quite calm`.
out-of-range = { $value } does not lie between { $from } and { $to }
    .help = Choose a number from { $from } to { $to }.
out-of-range-order = The lower number comes first
    .help = Let the two numbers change places.
out-of-range-scale = The scale runs backwards, or has more than { $most } steps
    .help = Let `from` be lower than `to`, or make `step` larger.
duplicate-key = `{ $key }` stands twice
    .help = Keep the one that is right, and delete the other.

## Form: files and pages

not-utf8 = This sign cannot be read, since the file is not saved as UTF-8
    .help = Save the file again with the encoding UTF-8, and read the page through.
path-not-nfc = In `{ $path }` a letter such as å is stored as two characters
    .help = Rename the file. A name without å, ä and ö is safest.
unknown-block = There is no block called `{ $name }`
    .help = Block names are English in every language. For colons as plain text, write `\:::`.
unknown-block-leaf = `{ $name }` is written with two colons, on one line
    .help = Write `::{ $name }` and remove the closing `:::`.
unknown-block-container = `{ $name }` is written with three colons, and closed again
    .help = Write `:::{ $name }`, and `:::` on a line of its own where it ends.
unknown-block-fragment = `{ $id }` cannot stand in a fragment, since several pages include it
    .help = Move it to a page of its own. A fragment holds text, pictures and sound.
unknown-block-checkin = `{ $name }` cannot stand inside a check-in
    .help = A check-in holds scales and choices. Move the rest to before or after it.
unknown-attribute = `{ $block }` has no attribute called `{ $attribute }`
    .help = Attributes are English in every language.
unknown-attribute-bracket = The title's square bracket is opened here and never closed
    .help = End the title with `]`, before the braces.
unknown-attribute-unclosed = The brace is opened here and never closed
    .help = End the attributes with a closing brace on the same line.
unknown-attribute-quote = A quote is opened here and never closed
    .help = Close it before the brace, as in `key="two words"`.
unknown-attribute-word-quotes = These quotes are curly, as Word writes them
    .help = Use straight quotes, and only where the value has spaces.
unknown-attribute-after = These words cannot stand on the line that opens a block
    .help = Move them to the next line.
missing-share = The block `{ $block }` does not say who will read the answer
    .help = Write `share=therapist` if the therapist will read it, else `share=private`.
unclosed-block = The block `{ $name }` is never closed
    .help = Write `{ $colons }` on a line of its own where it ends, most likely line { $line }.
unclosed-block-comment = The comment is opened here and never closed
    .help = Write `-->` where it ends.
unclosed-block-stray = No block is open that this line can close
    .help = Delete it, or give it as many colons as the line that opens the block.
block-in-quote = A block cannot stand in a quote, a list or a footnote
    .help = Move it out to the left margin, with an empty line above it.
block-in-quote-depth = This lies deeper than { $levels } levels
    .help = Let the inner parts come after one another instead.
raw-html = `{ $tag }` is HTML, and a page is written in Markdown
    .help = Write the Markdown for it, such as `**bold**`. For the sign itself, write `\<`.
raw-html-behind = These words stand behind a comment on its line, and would be lost
    .help = Move them to the next line.
unsafe-svg = `{ $part }` in the picture can run or fetch something
    .help = Save the picture again as plain SVG, or use a PNG.
unsafe-scheme = A link cannot begin with `{ $scheme }:`
    .help = Use `https:`, `mailto:` or `tel:`, or `[[id]]` for a page of the programme.
unknown-fact = There is no fact called `{ $fact }`
    .help = Add it under `facts` in `programme.yaml`, or write the number here.
unknown-fact-site = `{ $fact }` differs by site, and the edition `{ $edition }` is for readers at all of them
    .help = Name the site, as in `{"{{"}facts.name.site{"}}"}`, or give the edition a `site`.
unknown-fact-title = Titles take plain words: a fact is not filled in here
    .help = Write the number, or say it in the text below.
unknown-fact-address = Addresses take plain words: a fact is not filled in here
    .help = Write the number or the address itself.
unknown-instrument = There is no questionnaire called `{ $id }`
    .help = Add it under `instruments` in `programme.yaml`.
unknown-name-site = There is no site called `{ $name }`
    .help = Sites stand under `sites` in `programme.yaml`, contacts under `contacts` in its `schedule`.
unknown-name-contact = There is no contact called `{ $name }`
    .help = Sites stand under `sites` in `programme.yaml`, contacts under `contacts` in its `schedule`.

## Ids

duplicate-id = The id `{ $id }` is taken
    .help = Give the newer one another id, the same in every language.
duplicate-id-part = The id `{ $id }` stands twice in the same task
    .help = Give the newer one another id, the same in every language.
duplicate-id-anchor = Two headings on this page have the anchor `{ $anchor }`
    .help = Give one of them an anchor of its own, at the end of its line: `{"{"}#…{"}"}`.
missing-id = The block `{ $block }` has no id
    .help = Write one in the braces, `{"{"}#…{"}"}`, the same in every language.
missing-id-part =
    { $part ->
        [question] The question has no id
        [column] The column has no id
       *[option] The option has no id
    }
    .help = Write one after its words, `{"{"}#…{"}"}`, the same in every language.
malformed-id = `{ $id }` cannot be an id
    .help = Use small letters a–z, digits and single hyphens, a letter first, 64 at most.

## Languages

missing-translation =
    { $language ->
        [no] `{ $id }` is missing in Norwegian
        [sv] `{ $id }` is missing in Swedish
       *[other] `{ $id }` is missing in the language `{ $language }`
    }
    .help = Copy the page to `content/{ $language }/` and translate the words. Leave ids and attributes as they are.
different-structure =
    `{ $id }` is not built alike in its languages: { $language ->
        [no] Norwegian
        [sv] Swedish
       *[other] `{ $language }`
    } has { $here ->
        [none] nothing more
        [end] the end of a block
       *[other] `{ $here }`
    }, { $other ->
        [no] Norwegian
        [sv] Swedish
       *[other] `{ $other }`
    } has { $there ->
        [none] nothing more
        [end] the end of a block
       *[other] `{ $there }`
    }
    .help = Decide which is right, and make the other equal. Only the words may differ.
different-structure-key = `{ $key }` is not the same in every language
    .help = Decide which value is right, and write it in every language.
missing-word = The word `{ $word }` is missing
    .help = Add a line with `{ $word } = …` to this file.
missing-word-file = There are no words in `{ $file }`
    .help = Copy the file from another language, and translate what stands after each `=`.
missing-word-syntax = The word written here cannot be read
    .help = Write `name = words` on one line, and close every brace.
unused-word = Nothing asks for the word `{ $word }`
    .help = See that the name is spelt as in the template, or delete the line.

## Links and media

broken-link = `{ $target }` leads nowhere
    .help = Link by id: `[[id]]` or `[[id|words]]`. That holds when files are moved.
broken-link-file = The file `{ $target }` is not in the project
    .help = Check its name, capitals included, and that it has been added.
broken-link-fragment = There is no fragment called `{ $target }`
    .help = Write the id of a page of the kind `fragment`.
broken-link-circle = The fragment `{ $target }` includes itself, here or by way of others
    .help = Take out one of the lines that include it, so that the circle opens.
broken-link-kind = `{ $target }` is a page of the kind `{ $kind }`, and an exercise is needed here
    .help = Choose a page of the kind `exercise`, or link with `[[{ $target }]]`.
broken-anchor = `{ $id }` has no heading with the anchor `{ $anchor }`
    .help = Write `{"{"}#{ $anchor }{"}"}` at the end of the heading's line, in every language.
audience-leak = The edition `{ $edition }` has this link, but not the page `{ $target }`
    .help = `{ $target }` is for: { $readers }. Remove the link, or move it into `:::only`.
missing-alt = The picture has no text that says what it shows
    .help = Write it between the square brackets: `![…](…)`.
external-resource = `{ $source }` is fetched from another host
    .help = Save the file in `content/media/`, if you may, and refer to it there.
external-resource-link = `{ $path }` only points at a file outside the project
    .help = Put the file itself in its place.

## Theme

template = The template cannot be used: { $reason }
    .help = Mend it on the line shown. `andrum explain template` says more.
template-missing = The theme has no template called `{ $name }`
    .help = Add the file, or copy it from the theme `default`.

## Why it matters

why-yaml-syntax = Until it can be read, nobody knows what the page is or who may see it.
why-unknown-key = A misspelt key does nothing, and nobody notices.
why-missing-key = Something further on relies on it, such as the sum of a week's minutes.
why-wrong-type = From these values andrum adds up minutes, counts weeks and sorts pages.
why-out-of-range = The participant would meet it, as a scale that runs backwards or a week 12 of ten.
why-duplicate-key = Only one of the two can hold, and the reader may get the wrong one.
why-not-utf8 = Letters such as æ, ø, å, ä and ö would reach the reader as question marks.
why-path-not-nfc = The file may be found on your machine and be missing for the participant.
why-unknown-block = It would come out as plain text, with nowhere to write and nothing saved.
why-unknown-attribute = Attributes decide how an answer is saved and who reads it.
why-missing-share = Whoever is to write about a bad day must know first who will read it.
why-unclosed-block = The rest of the page would slide into the block.
why-block-in-quote = In there nobody can tell where the block starts and ends.
why-raw-html = The page becomes a website, an app and a printout, and HTML made for one breaks in the others.
why-unsafe-svg = The picture could tell a stranger that somebody is reading about their treatment.
why-unsafe-scheme = What is sent over other addresses can be changed on the way, or does harm.
why-unknown-fact = There would be a hole in the sentence.
why-unknown-instrument = The participant would get no questionnaire that week.
why-unknown-name = What is for a place that is misspelt would reach nobody.
why-duplicate-id = Answers and links find their way by it, and would end up in the wrong place.
why-missing-id = The id is how a saved answer finds its way back.
why-malformed-id = Ids become addresses and file names, and other signs fail on some phones and servers.
why-missing-translation = A participant who reads that language meets a gap.
why-different-structure = Whoever switches language should find the same tasks and their own answers.
why-missing-word = The reader would meet an empty button or a foreign word.
why-unused-word = The name is often misspelt, and readers still see the old word.
why-broken-link = On a bad day the reader needs that page, and will hardly try twice.
why-broken-anchor = The reader lands at the top of the page and has to search.
why-audience-leak = The reader gets nowhere, but learns that there is a text which is not for them.
why-missing-alt = A participant who cannot see the picture gets nothing in its place.
why-external-resource = That host learns, each time the page opens, that somebody here reads the programme.
why-template = Every page is made with the theme, so none can be made until this is mended.

## Translations that fall behind

stale-translation =
    { $language ->
        [no] `{ $id }` has changed in Norwegian since this was translated
        [sv] `{ $id }` has changed in Swedish since this was translated
       *[other] `{ $id }` has changed in `{ $language }` since this was translated
    }
    .help = See what changed with `andrum translate diff { $id }`, follow it here, and say so with `andrum translate accept { $id }`.
source-here = the page it was translated from
changed-here = this has changed since
why-stale-translation = Readers of two languages would be told different things, and nobody would know.
translation-unmarked = Nothing says which language of `{ $id }` was written first
    .help = Write `translated: {"{"} from: … {"}"}` in the header of the one that was translated, with the language it was made from.
unmarked-twin = this one does not say so either
why-translation-unmarked = When one of them changes, nobody is told that the other must follow.
translation-circle = The languages of `{ $id }` say that they were made from each other
    .help = Decide which was written first, and take the line `translated` out of it.
translation-circle-self = The page says that it was made from itself
    .help = Write the language it was translated from, or take the line out if it was written first.
translation-circle-unknown = The programme has no language called `{ $language }`
    .help = Write the name of a folder below `content/`.
circle-here = and this one, in turn
why-translation-circle = Where none of them leads, none can be seen to fall behind.

## Approvals

approval-missing = `{ $role }` has not approved `{ $id }`
    .help = Let the one who answers for it read the page, then write it down with `andrum approve`.
approval-missing-all = `{ $role }` has approved none of the { $count } pages
    .help = Each page needs it, in every language: `andrum approve`.
unapproved-twin = nor in this language
why-approval-missing = A participant trusts that somebody who knows has read every word.
approval-void = `{ $id }` has changed since { $by } approved it (`{ $role }`)
    .help = Let it be read and approved again. What changed may also be a fact or a fragment that it shows.
why-approval-void = What was approved is not what the participant would read.

## What has been released

removed-id = `{ $id }` is gone; it was there in { $version }
    .help = Put it back, or write it under `retired` in `programme.lock`, with `replaced_by` where something takes its place.
removed-id-replacement = `{ $id }` is replaced by `{ $replacement }`, which does not exist
    .help = Write the id of a page, task or exercise.
removed-id-again = `{ $id }` was taken out of use, and names something again
    .help = Give this one an id of its own: answers saved under `{ $id }` were to something else.
stood-here = it stood on this page
why-removed-id = Answers and links hang on it, and would never be seen again.
changed-kind = `{ $id }` was `{ $was }` in { $version }, and is now `{ $is }`
    .help = Make it `{ $was }` again. Or give the new one an id of its own, and retire `{ $id }`.
released-here = this was promised
why-changed-kind = Apps have saved one sort of answer and would meet another.
changed-answer-scale = The scale `{ $id }` was released with `{ $was }`, and now has `{ $is }`
    .help = Set it back. Or give the new scale an id of its own, and retire `{ $id }`.
changed-answer-many = `{ $id }` was released with `many={ $was }`, and now has `many={ $is }`
    .help = Set it back. Or give the new one an id of its own, and retire `{ $id }`.
changed-answer-every =
    `{ $id }` was released to be answered { $was ->
        [once] once
       *[other] every `{ $was }`
    }, and is now answered { $is ->
        [once] once
       *[other] every `{ $is }`
    }
    .help = One answer can't become a list of them, nor a list one. Set it back, or give the new one an id of its own.
changed-answer-removed =
    `{ $id }` no longer has the { $what ->
        [column] column
        [question] question
       *[option] option
    } `{ $part }`, which has been released
    .help = Put it back. The words may change; the id is what answers are saved under.
changed-answer-right = Another answer to `{ $id }` is right than when it was released: { $was }
    .help = Set it back. Or give the question a new id, so that old scores stay true.
why-changed-answer = What participants have answered would be lost, or mean something else.
shared-later = `{ $id }` was private in { $version }, and is now shared with the therapist
    .help = Set `share=private` again. Or make a new task with an id of its own, and say in it who reads the answer.
why-shared-later = Somebody has written there in the belief that nobody would read it.

## andrum approve

approved =
    { $marked ->
        [0] No text was marked
        [one] 1 text is approved by { $role }
       *[other] { $marked } texts are approved by { $role }
    }{ $current ->
        [0] {"."}
       *[other] {"; "}{ $current } already { $current ->
            [one] was
           *[other] were
        }.
    }
approve-unknown-role = { $roles ->
        [none] `programme.yaml` names no roles under `approvals`.
       *[other] No role is called `{ $role }`; `programme.yaml` asks { $roles }.
    }
approve-nobody = Say who approves it: --by "Kari Nordmann".
approve-refused-draft = `{ $id }` is a draft. It is approved when it is no longer one.
approve-refused-fragment = `{ $id }` is a fragment. It is approved with the pages that show it.
approve-refused-missing = `{ $id }` is missing in `{ $language }`, so there is nothing to approve.

## andrum diff

diff-first = Nothing has been released yet. The first release is { $version }, as `programme.yaml` says.
diff-refused-errors = The content has errors. Mend them first; `andrum check` shows them.
diff-unknown = `{ $name }` is no folder with a `programme.yaml`, and git knows no project or version by that name; a bundle it is not either.
diff-other-edition = The two are of different programmes or editions, or no such edition is here.
course-none = The programme has no course: `course` in programme.yaml says what it is
course-since = Changed in { $language }: { $modules }
course-since-none = No module has changed since { $version }.
diff-delta = An app with this version of `{ $edition }` fetches { $files ->
        [0] nothing new
        [one] 1 file
       *[other] { $files } files
    }, { $size } kB of { $whole } kB.
diff-html-words = The words that have changed
language-tag = en
diff-head =
    { $from } → { $to } ({ $bump }): { $texts ->
        [0] no text changed
        [one] 1 text changed
       *[other] { $texts } texts changed
    }, { $tasks ->
        [0] no task touched
        [one] 1 task touched
       *[other] { $tasks } tasks touched
    }
diff-part =
    { $bump ->
        [major] Major: saved answers, or what was promised, would no longer hold
        [minor] Minor: something is new, and nothing is lost
       *[patch] Patch: words and order
    }
diff-schedule = `schedule` in programme.yaml has changed
diff-language-gone = The language `{ $language }` is gone
diff-language-added = The language `{ $language }` is new
diff-edition-gone = The edition `{ $edition }` is gone
diff-edition-added = The edition `{ $edition }` is new
diff-page-added = `{ $id }` is a new page ({ $kind })
diff-page-gone = The page `{ $id }` is gone, and nothing stands in its place
diff-page-replaced = The page `{ $id }` is retired; `{ $by }` stands in its place
diff-page-kind = The page `{ $id }` was of the kind { $was } and is { $is }
diff-page-unit = The page `{ $id }` has moved from unit { $was } to { $is }
diff-audience-narrowed = The page `{ $id }` is no longer for { $audience }
diff-audience-widened = The page `{ $id }` is also for { $audience }
diff-words = The words of `{ $id }` have changed ({ $languages })
diff-task-added = `{ $id }` is a new task ({ $kind }) on `{ $page }`
diff-task-gone = The task `{ $id }` is gone, and no task with the same sort of answer stands in its place
diff-task-replaced = The task `{ $id }` is retired; `{ $by }` stands in its place
diff-task-kind = The task `{ $id }` was of the kind { $was } and is { $is }
diff-task-moved = The task `{ $id }` has moved from `{ $was }` to `{ $is }`
diff-task-shared = The answer to `{ $id }` was private and is to be shared
diff-task-private = The answer to `{ $id }` was to be shared and is private
diff-task-every = `{ $id }` was asked { $was } and is asked { $is }
diff-task-when = `{ $id }` is now triggered by { $is }
diff-task-minutes = The time that `{ $id }` takes has changed
diff-scale = The scale of `{ $id }` was { $was } and is { $is }
diff-many = `{ $id }` takes another number of answers
diff-rows = The worksheet `{ $id }` had { $was } rows and has { $is }
diff-pass = The pass mark of `{ $id }` was { $was } and is { $is }
diff-right = The right answer to `{ $question }` in `{ $id }` has changed
diff-part-gone =
    { $sort ->
        [column] The column `{ $part }` of `{ $id }` is gone
        [question] The question `{ $part }` of `{ $id }` is gone
       *[option] The option `{ $part }` of `{ $id }` is gone
    }
diff-part-added =
    { $sort ->
        [column] `{ $id }` has a new column, `{ $part }`
        [question] `{ $id }` has a new question, `{ $part }`
       *[option] `{ $id }` has a new option, `{ $part }`
    }
diff-anchors = The points of the scale `{ $id }` are called something else ({ $languages })
diff-pattern = The breathing pattern `{ $id }` was { $was } and is { $is }
diff-pattern-moved = The breathing pattern `{ $id }` has moved from `{ $was }` to `{ $is }`
diff-pattern-added = `{ $id }` is a new breathing pattern
diff-pattern-gone = The breathing pattern `{ $id }` is gone, and nothing stands in its place
diff-pattern-replaced = The breathing pattern `{ $id }` is retired; `{ $by }` stands in its place

## andrum verify

verify-good =
    { $files ->
        [one] 1 file is as it was made
       *[other] { $files } files are as they were made
    }. Hashes only: without --key the origin is unproven.
verify-proven =
    { $files ->
        [one] 1 file is as it was made
       *[other] { $files } files are as they were made
    }, and signed with the key.
verify-bad =
    { $faults ->
        [one] 1 fault
       *[other] { $faults } faults
    } in { $files } files.
verify-nothing = { $path } is no bundle, no version, no edition and no dist/ that andrum made.
verify-missing = it is listed, and not there
verify-size = it was { $was } bytes and is { $is }
verify-hash = its bytes are not those that were listed
verify-besides = it is there, and nothing lists it
verify-unreadable = it can't be read as what it should be
verify-path = it lists `{ $path }`, which is no path inside the folder
verify-twice = it lists `{ $path }` twice
verify-version = it says that it is { $version }
verify-cut-short = a build was cut short; the next one finishes or sweeps it
verify-cut-off = it is cut off: { $is } of { $was } bytes
verify-mixed = it is that of { $version }
verify-unsigned = it is not signed
verify-other-key = it is signed with another key
verify-forged = its signature is not of these bytes
verify-other-bundle = it holds { $bundle }
verify-older = the list is older than { $version }, which stands beside it
verify-unproven = no signed list of versions beside it names it
verify-leavings = left by a run that was cut short; the next one finishes or sweeps it
verify-rebuilt = it comes out otherwise when it is built again
verify-no-source = it names no commit that is known here, so it can't be built again
verify-manifest = it holds another manifest than the one beside it
verify-member = it holds `{ $path }`, which its manifest does not list
verify-zip = it is no ZIP as andrum makes them

## andrum key

key-made = The secret key is { $secret }: keep it where no one else reads it, with a copy, for no one can make it again. The public key is { $public }: apps and `andrum verify --key` hold releases to it.
key-stands = { $file } is there already. A key is never overwritten: apps hold on to it for years.
key-missing = There is no key at { $file }. Make one with `andrum key new`, or name one with --key.
key-unreadable = { $file } can't be read as a secret key, or the password is another.
key-none = `{ $key }` is no public key, and no file that holds one.
key-password = Password of { $file }
key-new-password = A password for the key
key-same-password = The same once more
key-empty-password = An empty password guards nothing; say --no-password if that is meant.
key-other-password = The two are not the same.

## andrum release

release-no-git = { $folder } is in no git repository with a commit, and a release is made from one.
release-dirty = These are not as in the last commit: { $files }. Commit them or take them back.
release-errors =
    { $count ->
        [one] 1 fault stands
       *[other] { $count } faults stand
    } against a release. `andrum check --release` shows the same.
release-too-small = What has changed asks for { $needed }, and { $asked } is less.
release-first-part = The first release is { $version }, as `programme.yaml` says: leave the part out.
release-tag = Git has a tag { $tag } already.
release-stands = { $folder } has { $version } already, and a release is never made again.
release-other-key = The last release was signed with { $pinned }, and this key is { $key }. Apps that hold on to the first refuse the second. Sign with the first; if it is lost, change `key` in programme.lock and give apps the new one.
release-commit = Release { $id } { $version }
release-nothing = Nothing has changed since { $version }, and it stands whole.
release-finished = { $version } had been cut short. It stands whole now.
released = { $version } is released, as { $tag } in git. Hand it on with `git push --follow-tags`, and publish the editions' folders.

## andrum translate

unknown-page = There is no page called `{ $name }`.
unknown-language = There is no language called `{ $language }`; the programme has { $languages }.
translate-none = No language of `{ $id }` says that it was made from another.
translate-state =
    { $id }, { $language }: { $state ->
        [source] the source of the others
        [current] up to date
        [stale] its source has changed since it was made
        [unaccepted] not accepted yet, so nothing holds it to its source
        [unmarked] what it was made from is not known
        [draft] a draft
       *[missing] missing
    }
translate-since = This has changed in { $file } since { $date } ({ $commit }):
translate-there = → to { $place }
translate-after = → after { $place }
translate-not-there = Git has no version of { $file } with the hash { $hash }, so what has changed since can't be shown word by word.
translate-no-history = There is no git history of { $file }, so what has changed since can't be shown word by word.
translate-same-blocks = The two are built of the same blocks. Read them side by side.
translate-alone = { $place }: the other has nothing in the place of `{ $what }`
translate-accepted =
    { $marked ->
        [0] No translation was marked
        [one] 1 translation is marked as up to date
       *[other] { $marked } translations are marked as up to date
    }{ $current ->
        [0] {"."}
       *[other] {"; "}{ $current } were so already.
    }
translate-refused-missing = `{ $id }` is missing in `{ $language }`, so there is nothing to mark.
translate-refused-source = `{ $id }`: say which language it was made from, with --from.
refused-errors = { $file } has errors. Mend them first; `andrum check` shows them.
refused-header = The header of { $file } can't be added to. Write the line `{ $key }` by hand.
translate-unit =
    { $unit ->
        [module] Module
        [chapter] Chapter
        [section] Section
       *[week] Week
    } { $number }
translate-outside = Outside the units
translate-cell =
    { $state ->
        [source] source
        [current] up to date
        [stale] stale
        [unaccepted] not accepted
        [unmarked] unmarked
        [draft] draft
       *[missing] missing
    }
translate-cell-words =
    { $state ->
        [stale] stale
       *[missing] missing
    }, { $words ->
        [one] 1 word
       *[other] { $words } words
    }
## One place allowed

malformed-allow = This comment is for andrum, but does not say what it allows
    .help = Write `<!-- andrum: allow(name) reason -->`, with the name of the lint and why it is wrong here.
malformed-allow-unknown = There is no lint called `{ $name }`
    .help = `andrum explain` lists them all.
malformed-allow-firm = `{ $name }` can't be allowed
    .help = Answers, links and other programs hang on it. Mend what it reports, and take the comment away.
malformed-allow-reason = The comment allows something without a reason
    .help = Write after the parenthesis, in a few words, why it is right here.
unused-allow = This comment allows `{ $name }`, but there is nothing to allow
    .help = Take the comment away, or move it right above the paragraph it is about.
why-malformed-allow = Whoever reads the page next must see what was allowed and why.
why-unused-allow = A comment that allows nothing today hides a fault tomorrow.
## other-language

other-language =
    { $language ->
        [no] This seems to be Norwegian
        [sv] This seems to be Swedish
       *[other] This seems to be in the language `{ $language }`
    }
    .help = Translate it. If it is meant to stand, quote it or write `[words]{"{"}lang={ $language }{"}"}`.
other-language-page =
    { $language ->
        [no] Most of this page seems to be Norwegian
        [sv] Most of this page seems to be Swedish
       *[other] Most of this page seems to be in the language `{ $language }`
    }
    .help = Translate it, or move the file to `content/{ $language }/`.
why-other-language = A sentence in the neighbouring language is nearly right, so nobody sees it but the reader who stumbles on it.
## `andrum new`

new-kind = There is no kind of page called `{ $kind }`
    .help = The kinds are: { $kinds }.
new-id = `{ $id }` cannot be an id
    .help = Small letters a–z, digits and hyphens, a letter first, 64 at most: `w04-rest`.
new-id-taken = The id `{ $id }` is in use already
    .help = Choose another id. To translate that page, copy its file to the other language's folder.
new-id-released = The id `{ $id }` has been in a release, and an app may keep answers under it
    .help = Choose another id. A released id is never used for something else.
new-file = There is a file at `{ $path }` already
    .help = Choose another id, or move the file.
new-language = The programme has no language called `{ $language }`
    .help = `programme.yaml` has: { $languages }.
new-no-language = `programme.yaml` names no language
    .help = Add one below `languages`.
new-unit = A page of the kind `{ $kind }` belongs somewhere among units 1 to { $count }
    .help = Say where with `--unit 4`, or begin the id with it: `w04-rest` is in week 4.
new-unit-outside = There is no unit { $unit }: the schedule in `programme.yaml` has 1 to { $count }
    .help = Choose one of those, or change `count` in `programme.yaml`.
new-unit-taken = Unit { $unit } has a page of the kind `theme` already
    .help = A unit has one. Choose another unit, or another kind of page.
new-next = Write what the comments ask for, and take them away as you go. Then run `andrum check`.
new-next-module = Add `{ $id }` to `modules` below `course` in `programme.yaml` when it is to be part of the course.
## Words

lix = LIX is { $whole }.{ $tenth }, and these readers need about { $target }
    .help = Split the longest sentences, and use shorter words where you can.
lix-sentence = { $words } words in one sentence
why-lix = On a bad day it takes strength to read, and whoever gives up halfway is left without help.

vague-link = `{ $words }` says nothing of where the link leads
    .help = Let the link be the words that say what the reader finds there.
why-vague-link = Screen readers list the links of a page, and there every “here” sounds the same.

heading-jump = The heading has `{ $level }`, but nothing above it has `{ $expected }`
    .help = Use `{ $expected }`, or put in the heading that is missing.
why-heading-jump = Whoever moves from heading to heading by ear believes that something is missing.

avoided-term = `{ $word }` is a word that the programme avoids
    .help = The programme says `{ $instead }`.
avoided-term-here = avoided here
why-avoided-term = Two words for one thing make the reader look for a difference that is not there.

near-duplicate = Nearly the same paragraph stands on `{ $id }`
    .help = Make it a page of kind `fragment`, and include it in both places.
near-duplicate-fragment = Nearly the same paragraph stands in the fragment `{ $id }`
    .help = Include it instead: `::include{"{"}ref={ $id }{"}"}`.
why-near-duplicate = One of them will be mended some day and the other forgotten, and readers are told two things.

typography-quotes = This language writes its quotations { $open }like this{ $close }
    .help = Use { $open } and { $close }.
typography-pause = A pause is written with a dash: { $dash }
    .help = Use { $dash } with a space on either side.
typography-range = From one number to another is written with a dash: { $dash }
    .help = Use { $dash } without spaces.
why-typography = A screen reader may say “minus” for a hyphen, and foreign quote marks make the reader stumble.

personal-number = This looks like somebody's personal number: { $masked }
    .help = Take it out, also of the history if it is a real one, and tell whoever answers for privacy.
why-personal-number = It tells who someone in treatment is, and what has been published cannot be taken back.

emergency-country = `{ $number }` stands without its country
    .help = Say where it holds, in the same sentence or row: { $countries }.
why-emergency-country = Whoever reads this language may be in another country, and there the number may not answer.
## Drafts

link-to-draft = `{ $target }` is a draft, and drafts are not in the build
    .help = Take `draft: true` away when the page is ready, or link to another page.
link-to-draft-here = it is a draft because of this
why-link-to-draft = The reader would be sent to a page that is not there.

## Words of the theme

word-variables =
    `{ $word }` takes other variables here, { $here ->
        [none] none
       *[other] `{ $here }`
    }, than in the first language, { $there ->
        [none] none
       *[other] `{ $there }`
    }
    .help = Use the same variables in every language. Their names are never translated.
why-word-variables = The number or name that belongs there would be lost, or the whole word with it.

## Units and time

missing-unit = There is no theme for `unit: { $unit }`, though this page belongs there
    .help = Write a page of the kind `theme` with `unit: { $unit }`, or move this page to another unit.
why-missing-unit = The participant would meet tasks with nothing to say what they are for.
unwritten-unit =
    { $count ->
        [one] Nobody has written the theme for unit { $units }
       *[other] Nobody has written the themes for units { $units }
    }
    .help = Write a page of the kind `theme` for each, finish the drafts, or lower `count`.
why-unwritten-unit = The participant has been promised so many units, and the way would end before them.
duplicate-unit = `unit: { $unit }` has a theme already
    .help = Give one of them another `unit`, or another kind, such as `reflection` or `page`.
why-duplicate-unit = The participant would not know which of them to begin with.
unit-load = `unit: { $unit }` asks for { $minutes } minutes, { $day } a day, and the schedule promises { $most } at most
    .help = Take something out, ask for it less often, or change `minutes_per_day` in `programme.yaml`.
unit-load-little = `unit: { $unit }` asks for { $minutes } minutes, { $day } a day, and the schedule promises { $least } at least
    .help = See that every page and task says its `minutes`, or change `minutes_per_day` in `programme.yaml`.
unit-load-promised = promised here
unit-load-page = `{ $id }`: { $minutes } min
unit-load-repeats =
    { $repeats ->
        [one] `{ $id }` once more: { $minutes } min
       *[other] `{ $id }` { $repeats } times more: { $minutes } min
    }
why-unit-load = Whoever comes with too little strength must be able to trust how much will be asked of them.
breathing-length = The breathing takes { $minutes }:{ $seconds } minutes, and the page says { $page }
    .help = Change `rounds`, the seconds, or `minutes` in the header, in every language.
page-minutes-here = the page says { $minutes } min
why-breathing-length = Who has set aside five minutes should be done by then, and not before the breath has slowed.
phase-minutes = The phases add up to { $sum } minutes, and the session has { $minutes }
    .help = Change the `minutes` of a phase, or those of the session, in every language.
phase-minutes-here = { $minutes } min here
why-phase-minutes = The last phase is what gets cut, and there the two agree on what happens next.

## Care

unshared-task = The guide leads to `{ $task }`, and its answer is the participant's own
    .help = Link to a task that is shared, or to the page it stands on. Share a task only if participants are told before they write.
unshared-task-here = private here
why-unshared-task = The therapist would ask for what the participant was promised to keep.
instrument-rater =
    { $rater ->
        [self] `{ $name }` is filled in by the participant
       *[clinician] `{ $name }` is rated by a clinician
    }
    .help = Change `rater`, or the name: MADRS is rated by a clinician, MADRS-S is filled in by the participant.
instrument-rater-here = the questionnaire is named here
why-instrument-rater = The two are scored differently, and a change between them looks like a change in the person.
missing-page = Patients read this edition, and it has no page `{ $id }`
    .help = Write a page with `id: { $id }` and the kind `page`, in every language.
missing-page-hidden = Patients read this edition, and do not get the page `{ $id }`
    .help = Add `patient` to its `audience`, and take `draft: true` away when it is ready.
missing-page-module = The course names the module `{ $id }`, and there is no such page
    .help = Write it with `andrum new module { $id }`, or take it off the list.
missing-page-here = this keeps it from them
why-missing-page = Where to turn in a crisis, what becomes of the answers, and who can use the pages: nobody should have to search.
review-overdue = This page was to be read again by { $date }
    .help = Let those who answer for it read it, mend what has changed, and set a new date.
why-review-overdue = What was right when it was written may be wrong now, and the reader cannot tell.
undecided = `{ $key }` is not decided
    .help = Ask whoever decides in the clinic, and write what they say.
why-undecided = A participant, or an app, would have to guess what the clinic has not decided.
governance =
    { $count ->
        [one] This is missing under `governance`: { $fields }
       *[other] These are missing under `governance`: { $fields }
    }
    .help = Add them. Where nobody has decided yet, write `undecided`.
why-governance = Whoever is offered the programme should see who made it, who answers for it and what is known of it.

## The course

no-right-answer = No answer to this question is right
    .help = Put `[x]` before each right option, in every language.
why-no-right-answer = Nobody could pass, and the learner would think the fault was theirs.
untested-outcome = No question asks about the outcome `{ $id }`
    .help = Write a question with `outcome={ $id }`, or take the outcome away.
why-untested-outcome = The certificate would say something that nobody has checked.
question-without-outcome = The question does not say which outcome it is about
    .help = Write `outcome=…` in its braces, with the id of one of the module's outcomes.
question-without-outcome-unknown = The module has no outcome called `{ $id }`
    .help = Write the id of one of the module's outcomes, or add this one to the header.
why-question-without-outcome = The learner cannot see what a wrong answer tells them to read again.
course-size = The course can take { $size } of the characters that an LMS keeps of a learner, and { $most } leave room to grow
    .help = Make two courses of it, or ask fewer questions in each module.
why-course-size = A learner whose progress does not fit would lose it.

## Sound, film and weight

missing-captions = The film `{ $file }` has no captions
    .help = Write what is said and heard in a WebVTT file, and name it: `captions=…`.
why-missing-captions = Whoever cannot hear it, or has the sound off beside somebody asleep, gets pictures alone.
missing-transcript = `{ $file }` has no text to read in its place
    .help = Write what is heard and seen in a page of the kind `fragment`, and name its id: `transcript=…`.
why-missing-transcript = Whoever cannot hear or see it, or has too bad a line to play it, gets nothing.
media-budget = The picture takes { $size } kB, and { $most } kB is enough for a phone
    .help = Save it smaller, 1600 pixels wide at most, or as WebP or JPEG.
media-budget-whole = The file takes { $size } MB, and { $most } MB is the most for a phone on a bad line
    .help = Save it with a lower bit rate, or cut it into parts.
media-budget-minute = The file takes { $size } kB a minute, and { $most } kB is enough for a phone on a bad line
    .help = Save it with a lower bit rate: 64 kbit/s for speech, 720 lines for film.
why-media-budget = On a bad line the page would still be loading when the reader gives up.
malformed-id-internal = `{ $id }` is the name of the status page, and no edition may have it
    .help = Choose another name. What stands in `internal` is never published, and that must stay so.
broken-link-table = A `|` of the table cuts the link `{ $link }` in two
    .help = Write `\|` for the line in a link that stands in a table: `[[id\|words]]`.
wrong-type-row = The row has more cells than the table has columns, which is { $columns }
    .help = What stands beyond is not shown. Give it a column of its own, or write `\|` where the line is not the edge of a cell.
heading-jump-title = The heading has `#`, which is the level of the page's own title
    .help = Begin with `##`: the title stands in the front matter, as `title`.
