# The words on the pages: short, concrete, to one reader. No exclamation marks, no praise.
# Every language has the same names and variables. Words that stand alone on a line below
# a task begin with a small letter; the style sheet makes the first one large.

# Languages

language-name = English
languages = Languages
choose-language = Choose a language
language-home = (start page)

# Around every page

skip = Go to the content
home = Start page
contents = Contents
trail = You are here
on-this-page = On this page
pager = The page before and the page after
previous = Previous
next = Next
undecided = not decided yet
version = Version { $version }
updated = Updated { $date }
date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
unapproved = Not clinically approved
unapproved-more = The content is not clinically approved. It must not be used in treatment.
choose-version = Choose version and language
whats-new = New in this version
unreleased = Not released

# Editions

edition = Edition: { $name }
edition-therapist = Edition for therapists
edition-course = Edition for course participants
edition-trainer = Edition for trainers

# The start page

path = The way through the programme
about = Read about the programme
tools = Tools
tools-short = A minute or two
tools-middle = Five to ten minutes
tools-long = A quarter of an hour or more
plans = Plans
information = Information
guides = Guides and care pathways
modules = The course

# Parts of the programme

unit-week = Week { $number }
unit-module = Module { $number }
unit-chapter = Chapter { $number }
unit-section = Section { $number }
unit-none = Not written yet
unit-pages = { $unit }: all pages
way-choose = I am here now
way-here = You are here now

# Kinds of page

kind-theme = Theme
kind-reflection = Reflection
kind-exercise = Exercise
kind-session = Guide to a session
kind-module = Course module
kind-page = Information
kind-pathway = Care pathway
kind-plan = Plan
kind-fragment = Shared text
outcomes = After the module
sources = Sources

# Time and amount

minutes =
    { $minutes ->
        [one] about { $minutes } minute
       *[other] about { $minutes } minutes
    }
hours =
    { $hours ->
        [one] about { $hours } hour
       *[other] about { $hours } hours
    }
asks = Tasks on this page
tasks =
    { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    }

# How often

every-login = each time you log in
every-day = every day
every-week = every week
every-times-a-week =
    { $number ->
        [one] once a week
       *[other] { $number } times a week
    }
every-days =
    { $number ->
        [1] every day
        [2] every other day
       *[other] every { $number } days
    }
every-weeks =
    { $number ->
        [1] every week
        [2] every other week
       *[other] every { $number } weeks
    }
every-months =
    { $number ->
        [1] every month
        [2] every other month
       *[other] every { $number } months
    }

# Who sees the answer

share-private = only for you
share-therapist = meant to be shared with the therapist

# Tasks

reflection = Reflection
scale = Scale
choice = Choice
checkin = Check-in
homework = Homework
worksheet = Worksheet
quiz = Knowledge check
your-answer = Your answer
your-note = A note, if you like
done = Done
choose-one = choose one answer
choose-several = choose one or more answers
quiz-pass =
    { $needed ->
        [one] to pass you need { $needed } right answer of { $count }
       *[other] to pass you need { $needed } right answers of { $count }
    }
show-feedback = See the answers
right-answer = Right
wrong-answer = Not right

# Exercises

exercise = Exercise
breathe-in =
    { $number ->
        [one] Breathe in for { $number } second
       *[other] Breathe in for { $number } seconds
    }
breathe-hold =
    { $number ->
        [one] Hold your breath for { $number } second
       *[other] Hold your breath for { $number } seconds
    }
breathe-out =
    { $number ->
        [one] Breathe out for { $number } second
       *[other] Breathe out for { $number } seconds
    }
breathe-rest =
    { $number ->
        [one] Wait for { $number } second
       *[other] Wait for { $number } seconds
    }
breathe-rounds =
    { $number ->
        [one] { $number } round
       *[other] { $number } rounds
    }

# Sessions and care pathways

phase = Phase
when-broken-off = when the course is broken off
checklist = Checklist
inclusion = The programme suits
exclusion = The programme does not suit
instrument = Questionnaire: { $name }

# Notes, sound, film and footnotes

callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Take care
transcript = Read it as text
captions = Captions
footnotes = Footnotes
footnote-back = Back to note { $number } in the text
table = Table

# Pages beside the programme's own

answers = Your answers
versions = Other versions
unread = Nobody reads what you write here. If you need help now:
print = The whole programme on paper
print-more = Every page in one document. Print it with your browser.
offline = This page is not here without a network
offline-more = This page is not kept on the device. It comes back when you have a network. What you have written is safe.
not-found = There is no such page
not-found-more = The address leads nowhere. The page may have moved, or there is a slip in the address.

# Versions, and what works without a network

newer-version = There is a newer version, { $version }. You can safely stay in this one.
version-same = The same page in version { $version }
version-without = Version { $version } does not have this page.
version-home = To its start page
offline-kept = Every page in this language is on this device and works without a network.
offline-failed = Something was not kept. It will be tried again the next time you are online.
offline-media = Bring sound and film
offline-media-progress = Fetching sound and film: { $done } of { $of }
offline-media-kept = Sound and film are on this device.
offline-player = The sound is not kept on this device. It comes back when you have a network.
offline-heading = Without a network
offline-wait = The pages are kept on the device while you read.

# Answers that stay on the device

stays-here = What you write stays on this device.
saved-at = Saved on this device at { $time }
not-saved = This was not saved. You may want to write it on paper too.
not-lasting = Not saved: it is gone when you close the page.
not-lasting-title = Answers are not kept here
not-lasting-more = Your browser keeps nothing from this page. It may be a private window, or a setting. What you write is gone when you close the page. You can write on paper, or open the page in an ordinary window.
erased = The answer is erased.
begin-new = Begin a new one
erase-answer = Erase the answer
erase-answer-question = Erase the answer? It cannot be brought back.
ask-no = No, keep it
earlier = Earlier answers: { $count }
line-title = Your answers over time
line-label = A line through your answers. The numbers are below it.
line-numbers = See the numbers

# Knowledge check

quiz-answer = Answer
quiz-choose-first = Choose an answer first.
quiz-score = { $score } per cent right
quiz-passed = { $score } per cent right. You needed { $pass }. The check is passed.
quiz-not-passed = { $score } per cent right. You need { $pass } to pass.
quiz-again = Try again

# Breathing with a form

breathe-start = Start breathing
breathe-stop = Stop
breathe-in-now = In
breathe-hold-now = Hold
breathe-out-now = Out
breathe-rest-now = Wait
breathe-count = { $seconds } · rounds left: { $rounds }
breathe-end = Done. Notice how it is for a moment before you go on.
breathe-sound = A soft sound with the breath

# The page of answers

mine-where = Your answers are only in this browser, on this device. Nobody else reads them.
mine-limits = They are gone if you clear the browser's data, use a private window or change device. Save them as a file now and then, and you have them whatever happens.
mine-noscript = Answers can only be kept with JavaScript on. You can read everything without it, and write on paper: each page prints with room for your answers.
mine-all = What you have written
mine-none = You have not written anything yet. What you write in a task is shown here.
mine-elsewhere = Answers to tasks that are not in this version
mine-shared = To bring to the talk
mine-shared-more = These are the answers that are meant for your therapist. Nobody reads them here. Print or save them, and bring them along. If you need help before the talk:
mine-shared-see = See what you bring
mine-shared-file = talk
mine-keep = Looking after your answers
mine-persisted = The browser has promised to keep the answers, also when space is short.
mine-not-persisted = The browser may erase the answers when space is short, or when the site has not been used for long.
mine-persist = Ask the browser to keep them
mine-persist-refused = The browser said no this time. Save the answers as a file to be safe.
mine-install = Put the site on this device
mine-install-more = You can put the site on your home screen from the browser's menu. Then it is easy to find, and the answers are better looked after.
mine-text = Save as text
mine-json = Save a backup
mine-print = Print
mine-import = Bring back answers from a backup
mine-imported = Brought back { $taken } of { $all } answers. What you had that was newer is kept.
mine-import-broken = The file is no backup from here. Nothing has changed.
mine-import-other = The file is from another programme ({ $programme }). Nothing has changed.
mine-erase-heading = Erase everything
mine-erase-more = Use this if others will use the device, or when you are done.
mine-erase = Erase all answers
mine-erase-question = Erase everything you have written here? You may want to save a copy first.
mine-erased = All answers are erased.
mine-undo = Undo
mine-undone = The answers are back.

# Search

search = Search
search-label = What are you looking for?
search-noscript = The search needs JavaScript. Every page is in the list below.
search-every = Every page
search-count = Hits: { $count }
search-none = Nothing found for “{ $words }”. Try a shorter word, or another word for the same. Every page is in the list below, and the page of urgent help is at the top.
