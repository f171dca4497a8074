"""The very counterpart of words in a row of a bitext: links between spans of its two sides.

- What needs no knowledge of the words comes first: footnote marks, then dates, numbers and symbols
  by their value, then terms by the table of concepts. What is linked is free for nothing else.
- What is left is linked by counterparts learned from the rows of the bitext itself (`learning`):
  IBM model 1 in both directions, kept where they agree. Nothing is downloaded, and rows that a
  person corrected are learned from as they are.
- A link that is wrong is worse than one that is missing: whatever could as well be another is left.
"""
