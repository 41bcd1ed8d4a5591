# What `andrum serve` says in the browser, to authors alone. `status.ftl` stands beneath it.

language-code = en

# The choices in the bar.
edition = Edition
translation = Translation
time = Time

# What is said of the content as a whole.
bar-good = No faults
bar-errors = Errors
bar-warnings = Warnings
bar-more = More errors than are shown here
bar-held = The page is as it was before these errors. Mend them, and it follows.
bar-none-yet = The content has errors, so there is no page to show yet.
bar-no-page = There is no such page. If one comes, it is shown here.
bar-lost = andrum serve no longer answers. Start it again, and the page follows.

# Links in the bar.
bar-beside = Side by side
bar-source = Open the source
bar-absent = The page is not there.
bar-unfold = More
bar-close = Close

# The page of languages side by side.
back = Back to the page
