### Labels of the knowledge pages.

page-skip = Skip to the content
page-way = Where you are
page-help = Help
page-here = On this page
page-languages = Languages
page-foot = mailtls is not a Microsoft product. What you read here comes with it and loads nothing from elsewhere.
page-index-title = Help
page-index-about = Mail to or from Microsoft 365 and TLS 1.2: what the messages mean, what mailtls looks for, and how it
    decides.
page-search = Search these pages
page-search-none = Nothing found.
page-guides = Guides
page-codes = Reply codes
page-rules-error = Rules about what stops mail
page-rules-warning = Rules about what harms mail, now or soon
page-rules-note = Rules about what is good to know
page-rules-for-code = Rules that look at it
page-remedy = What to do
page-facts = At a glance
page-grade = Founded on
page-since = Since version
page-cause = Cause it names
page-rules-out = Causes it rules out
page-inputs = Found in
page-needs = What would settle it
page-explains = Explains
page-explained-by = Explained by
page-decides = How it decides
page-example = An example
page-fix = The corrective file for it
page-fires-too = It also fires
page-silent = It stays silent
page-references = Sources
