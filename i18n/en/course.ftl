# The words of the course: the window that an LMS opens, its pages, the certificate and the trainers' guide.
# The words of site.ftl hold here too.

# The window in the LMS

lms-pages = The course's pages
lms-leave = Save and leave
lms-left = What you have done is saved. You may close the window.
lms-progress = Modules done: { $done } of { $of }
lms-passed = You have passed
lms-not-passed = Not passed
lms-trouble = The LMS does not answer. What you do is kept on this machine until it does. Leave the window open if you can.
lms-alone = The course was not opened from an LMS. You can read everything, but nothing is recorded.
lms-lost = The LMS did not take the last that you did. It is kept on this machine, and comes along when you open the course here again.
lms-review = This is a review. You may read and try, but nothing is recorded.
lms-noscript = The course needs JavaScript to speak to the LMS. The modules can be read without.

# Where the course begins

course-contents = The modules
course-private = What you write in the tasks stays in this browser. The LMS learns how far you are, and how the knowledge checks went.
course-elsewhere = Answers do not count here.
course-open = Open the course
course-hours =
    { $number ->
        [one] { $number } hour
       *[other] { $number } hours
    }
course-pass = At least { $number } per cent right answers to pass
course-tries =
    { $number ->
        [one] Each knowledge check may be taken once
       *[other] Each knowledge check may be taken { $number } times. The best try counts
    }
course-valid-years =
    { $number ->
        [one] The certificate holds for { $number } year
       *[other] The certificate holds for { $number } years
    }
course-valid-weeks =
    { $number ->
        [one] The certificate holds for { $number } week
       *[other] The certificate holds for { $number } weeks
    }
course-valid-months =
    { $number ->
        [one] The certificate holds for { $number } month
       *[other] The certificate holds for { $number } months
    }
course-score = { $right } of { $of } answers are right ({ $score } per cent).
course-passed = You have passed.
course-not-passed = It is not enough yet. You need { $pass } per cent to pass.
course-failed = It was not enough this time. Talk to whoever leads the course.
course-newer = The course was updated from { $before } to { $now }. What is unchanged is as you left it.
course-changed = Changed since you read it: { $modules }
course-new = New: { $modules }
course-same = No module has changed.

# The modules

module-changed = changed since you read it
module-new = new
module-done = done
module-not-passed = not passed
module-check-left = read, the knowledge check is left
module-text-left = the text is left

# The knowledge check

check-told = the LMS is told the result
check-hand-in = Hand in
check-missing = One or more questions have no answer. You are at the first.
check-tries-left = Tries left: { $left }
check-best = Best try: { $right } of { $of } right.
check-passed = Passed.
check-not-passed = Not passed.
check-no-more = No tries are left.

# The certificate and what was taught

record = Course record
record-programme = Programme
record-version = Version
record-date = Date of the version
record-source = The source's hash in git
record-dirty = with changes that are not in git
record-more = This is what the course was in this version. The letters and digits behind each module are a hash of what it says: the same hash means the same. The checksums of the files are in release.json.
record-questions =
    { $number ->
        [0] no questions
        [one] { $number } question
       *[other] { $number } questions
    }
record-since = since { $version }
record-not-counted = does not count in the score
record-untested = No question tests this.
certificate = Certificate
certificate-name = Name
certificate-text = has completed { $course }, version { $version } of { $date }, with these modules:
certificate-unreleased = This version is not released. A certificate belongs to a released version.
certificate-day = Place and date
certificate-by = For the clinic

# For those who lead the course

guide = Trainers' guide
