"""The window: Qt, and no rule about resolutions."""
