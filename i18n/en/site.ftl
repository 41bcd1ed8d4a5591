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
