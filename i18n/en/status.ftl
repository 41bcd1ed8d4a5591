# The status page: for those who write the programme and answer for it. Never for participants.

## Around the page

skip = Go to the content
languages = Languages
status = Status
heading = How things stand
internal = Only for you who make the programme. The page shows drafts and who approved what, and must not be published.
version = Version { $version }
judged = Reckoned from { $date }, the source's date.
judged-unknown = The source has no history, so the dates on this page are compared with no day.
contents = On this page
file = All the numbers as data
more = and { $count } more

## In short

figures = In short
figure-pages = Pages
figure-waiting = Texts that wait
figure-outside = Units outside the promise
figure-hard = Texts too hard
figure-approved = Approvals
figure-overdue = Overdue
of = { $count } of { $all }

## The map

map = A map of the programme
map-about = Each shape is a page, in reading order.
part = Part
nothing = not written yet
unit-week = Week { $number }
unit-module = Module { $number }
unit-chapter = Chapter { $number }
unit-section = Section { $number }
kind-theme = Themes
kind-reflection = Reflections
kind-exercise = Exercises
kind-session = Session guides
kind-module = Course modules
kind-page = Information
kind-pathway = Pathways
kind-plan = Plans
kind-fragment = Text that recurs
one-theme = theme
one-reflection = reflection
one-exercise = exercise
one-session = session guide
one-module = course module
one-page = information
one-pathway = pathway
one-plan = plan
one-fragment = text that recurs
state-source = source
state-current = up to date
state-stale = out of date
state-unaccepted = not accepted yet
state-unmarked = unmarked
state-draft = draft
state-missing = missing
count-source =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
count-current = { $count } up to date
count-stale = { $count } out of date
count-unaccepted = { $count } not accepted yet
count-unmarked = { $count } unmarked
count-draft =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
count-missing = { $count } missing
meaning-source = the other languages are made from this one
meaning-current = translated from the source as it is now
meaning-stale = the source has changed since the translation
meaning-unaccepted = no one has said that the translation is finished
meaning-unmarked = no one has said which language is the source
meaning-draft = is in no edition
meaning-missing = the page is not there in the language
legend = The shapes

## What waits

waiting = What waits for someone
waiting-none = Every page that is written is there in every language, and translations follow their source.

## Time

load = Time each unit
load-promise = The programme promises { $from } to { $to } minutes a day, { $days } days a week. The pale field is the promise.
load-no-promise = programme.yaml promises nothing about time (schedule.load).
load-none-yet = No pages in the units have minutes yet.
load-minutes = { $minutes } min a day
load-within = as promised
load-over = more than promised
load-under = less than promised
load-most = { $minutes } min in all. What takes most:
minutes = { $minutes } min

## Readability

lix = How hard it is to read
lix-about = LIX counts long words and long sentences. Below 30 is easy, above 50 is hard. Each dot is a text; the pale field ends at the limit. Texts of fewer than 100 words are left out.
lix-patients = for patients and relatives
lix-others = for professionals
lix-texts =
    { $count ->
        [one] { $count } text
       *[other] { $count } texts
    }
lix-span = from { $low } to { $high }
lix-target = target { $target }, limit { $limit }
lix-limit = limit { $limit }
lix-over =
    { $count ->
        [0] none above the limit
        [one] { $count } above the limit
       *[other] { $count } above the limit
    }
lix-each = each dot is up to { $count } texts
lix-hard = Above the limit
lix-value = LIX { $lix }, limit { $limit }
lix-none = No texts are long enough to measure.

## Approval

approvals = Approvals
approvals-none = programme.yaml asks for no approvals (approvals).
approval-valid = approved as it reads now
approval-void = changed since approval
approval-missing = not approved
reviews = To be read again
overdue = Overdue
overdue-none = No page is overdue.
coming = The next ones
by = by { $date }
undated =
    { $count ->
        [one] { $count } page has no date for being read again.
       *[other] { $count } pages have no date for being read again.
    }

## Links and media

links = Links between pages
orphans = No other page links here
orphans-about = Menus lead to every page. These are mentioned in no text.
orphans-none = Every page is mentioned in another text at least.
most-linked = Most linked to
media = Pictures, sound and film
media-total = { $size } kB in all, each file counted once.
media-none = No page shows pictures, sound or film.
size = { $size } kB

## All pages

pages = All pages
words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
lix-is = LIX { $lix }
too-hard = above the limit
links-in =
    { $count ->
        [one] { $count } page links here
       *[other] { $count } pages link here
    }
links-out = links to { $count }
media-size = media { $size } kB
read-again = read again
