"""What every test stands on: no screen is needed, and nothing of the person's own folders is read
or written."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test fails because the machine is slow.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
if not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _folders_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Gives each test empty cache, data, settings and state folders."""
    home = tmp_path_factory.mktemp("home")
    names = {
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
    }
    before = {name: os.environ.get(name) for name in names}
    for name, folder in names.items():
        (home / folder).mkdir()
        os.environ[name] = str(Path(home) / folder)
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value
