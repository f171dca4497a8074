"""Resolution Reader (决议对照阅读器): United Nations resolutions, two languages side by side."""

__version__ = "0.2.0"
