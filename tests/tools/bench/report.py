"""What a measured process prints of itself: the time of its first frame, and its peak memory."""

import resource
import time


def report() -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB on Linux
    print(f"{time.monotonic()} {peak}", flush=True)
