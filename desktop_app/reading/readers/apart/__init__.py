"""Files that are read in a process of their own, which keeps a hostile one away from the window.

- `process.py`: starts the process, gives it the bytes and takes its answer
- `limits.py`: how much time and memory the process allows itself
"""
