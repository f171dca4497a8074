"""What a resolution is: pure data and pure text rules; imports nothing of ours."""
