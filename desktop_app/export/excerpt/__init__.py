"""What was chosen, with all that must go with it.

Labels that are typed are those of the language that is written first. Rows whose languages count
differently have the labels of all.
"""
