"""What is measured on many real texts: python -m tests.tools.real FOLDER.

The texts are no part of the project. Where they are at hand, in the folder that the environment
variable READER_DATA names or in ../shared/data, `make bench` prints the figures.
"""
