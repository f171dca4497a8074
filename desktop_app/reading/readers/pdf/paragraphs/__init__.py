"""Lines to paragraphs and notes, across columns and pages, without what only the page has."""
