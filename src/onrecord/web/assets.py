"""The files that pages load: read once, served by name alone, so no path leads elsewhere."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Request, Response

from onrecord.web.entity_tags import ANY, list_known

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_YEAR = "public, max-age=31536000, immutable"
_FONT = re.compile(r'url\("fonts/([\w.-]+)"\)')

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file with its type, and a digest that stands in its address."""

    body: bytes
    media_type: str
    digest: str


@lru_cache(maxsize=1)
def load_assets() -> dict[str, Asset]:
    """Every file that pages load, by name."""
    folder = files("onrecord.web").joinpath("static")
    found: dict[str, Asset] = {}
    for place in (folder.joinpath("fonts"), folder):
        for entry in place.iterdir():
            suffix = "." + entry.name.rpartition(".")[2]
            if not entry.is_file() or suffix not in _TYPES:
                continue
            body = entry.read_bytes()
            if suffix == ".css":
                # Fonts are asked for by the address that the page announces them under.
                written = _FONT.sub(lambda one: _font_address(found, one[1]), body.decode("utf-8"))
                body = written.encode()
            digest = hashlib.sha256(body).hexdigest()[:12]
            found[entry.name] = Asset(body, _TYPES[suffix], digest)
    return found


def _font_address(found: dict[str, Asset], name: str) -> str:
    return f'url("/static/{name}?v={found[name].digest}")'


def asset_address(name: str) -> str:
    """Where a file is served; another address whenever its bytes are others."""
    return f"/static/{name}?v={load_assets()[name].digest}"


@router.get("/static/{name}")
def serve_asset(name: str, request: Request) -> Response:
    """One of our files, to be kept for ever under its address."""
    asset = load_assets().get(name)
    if asset is None:
        raise HTTPException(404, f"there is no file {name!r} here")
    headers = {"etag": f'"{asset.digest}"', "cache-control": _YEAR}
    if {headers["etag"], ANY} & list_known(request):
        return Response(status_code=304, headers=headers)
    return Response(asset.body, media_type=asset.media_type, headers=headers)


@router.get("/favicon.ico")
def serve_icon() -> Response:
    """The icon, for browsers that ask without being told."""
    asset = load_assets()["icon.svg"]
    return Response(asset.body, media_type=asset.media_type)
