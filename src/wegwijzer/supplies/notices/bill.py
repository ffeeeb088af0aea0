"""The bill of materials in CycloneDX: what a reader gets (required), and what only builds and tests it (excluded).

Two builds of one commit give the same bytes: no time, and a serial number that follows from the content.
"""

from __future__ import annotations

import base64
import json
import tomllib
import uuid

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from wegwijzer.supplies import CHECKOUT
from wegwijzer.supplies.notices.parts import Part, locked, node_packages, parts

SPACE = uuid.UUID("5f0a3b0e-7c1d-5a55-9d0b-2f6d3c1f9a10")
"""Where our serial numbers live; any fixed number will do."""
REQUIRED, EXCLUDED = ComponentScope.REQUIRED, ComponentScope.EXCLUDED


def bill() -> str:
    """The bill, as JSON."""
    first = _written(_bom())
    return _written(_bom(uuid.uuid5(SPACE, first)))


def _written(bom: Bom) -> str:
    content = json.loads(JsonV1Dot6(bom).output_as_string())
    content["metadata"].pop("timestamp", None)
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _bom(serial: uuid.UUID = SPACE) -> Bom:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bom = Bom(serial_number=serial)
    bom.metadata.component = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        bom_ref=project["name"],
        licenses=_licenses(project["license"]),
    )
    shipped = {part.package: part for part in parts() if part.package}
    for package, version in locked():
        bom.components.add(_package(package, version, shipped.get(package)))
    bom.register_dependency(bom.metadata.component, [one for one in bom.components if one.scope == REQUIRED])
    return bom


def _package(package: str, version: str, part: Part | None) -> Component:
    """One package of a lock file; with `part`, a reader gets it, with all that it brings along."""
    registry, _, name = package.partition(":")
    group, _, base = name.rpartition("/")
    purl = PackageURL(registry, group or None, base, version)
    return Component(
        name=base,
        group=group or None,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=purl.to_string(),
        purl=purl,
        scope=REQUIRED if part else EXCLUDED,
        licenses=_licenses(part.license) if part else (),
        hashes=_hashes(name) if registry == "npm" else (),
        components=[_inside(other, purl) for other in parts() if part and other.inside == part.name],
    )


def _inside(part: Part, parent: PackageURL) -> Component:
    return Component(
        name=part.name,
        type=ComponentType.LIBRARY,
        bom_ref=f"{parent.to_string()}#{part.name}",
        scope=REQUIRED,
        licenses=_licenses(part.license),
    )


def _licenses(expression: str) -> list[License]:
    return [LicenseFactory().make_from_string(expression)]


def _hashes(name: str) -> list[HashType]:
    algorithm, _, digest = node_packages()[name]["integrity"].partition("-")
    return [
        HashType(alg=HashAlgorithm(algorithm.upper().replace("SHA", "SHA-")), content=base64.b64decode(digest).hex())
    ]
