# What the language server says in an editor, beside the messages of `check.ftl`. `status.ftl` stands beneath it.

hover-used =
    { $count ->
        [0] No page names it.
        [one] Named in { $count } place:
       *[other] Named in { $count } places:
    }
hover-released = released in { $version }

fix = Mend: { $message }
fix-all = Mend everything in this file that can be mended for you
twin = Make the page in { $language }
no-project = There is no programme.yaml in this folder or above it, so andrum has nothing to check.
