"""What the aligner and the audit reach on damaged and contradicting versions."""
