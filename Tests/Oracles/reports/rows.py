"""The rows of a database, and which of them pass a filter."""

import math
import re
import sqlite3
from collections import defaultdict
from datetime import date, timedelta

from .words import LAYERS, OF_SKILLS


class JD:
    def __init__(self, row):
        for key in row.keys():
            setattr(self, key, row[key])
        self.needs, self.asked, self.seen = set(), {}, []
        shares = [row["share_" + layer.replace("-", "_")] for layer in LAYERS]
        self.undecided = self.primary_layer is None and max(shares) > row["share_outside"] and self.label is None
        self.pay = self.yearly_pay()

    def yearly_pay(self):
        """The middle of the range over a year in whole units; None where amount, currency or period is not known."""
        ends = [end for end in (self.salary_yearly_min, self.salary_yearly_max) if end is not None]
        if not ends or self.salary_currency is None:
            return None
        return math.floor(sum(ends) / len(ends) + 0.5) or None

    def keys(self, dimension, sighting):
        """Where it counts in a dimension, once or several times; None for 'has none'."""
        source, day = sighting
        match dimension:
            case "layer":
                return sorted(self.needs)
            case "skill":
                return list(self.asked)
            case "tool":
                return [skill for skill in self.asked if skill in self.tools]
            case "primary":
                return [self.primary_layer]
            case "month" | "quarter" | "year":
                return [period(day, dimension)] if day else []
            case "source":
                return [source]
            case _:
                return [getattr(self, dimension) or None]


def period(day, dimension):
    year, month = day[:4], int(day[5:7])
    return {"month": f"{year}-{month:02}", "quarter": f"{year}-Q{(month + 2) // 3}", "year": year}[dimension]


class Database:
    def __init__(self, path):
        file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        file.row_factory = sqlite3.Row

        def rows(sql):
            return file.execute(sql).fetchall()

        self.jds = {}
        for row in rows(
            """SELECT jd.id, title, company, location, city, country, workplace, language, seniority, role, jd.primary_layer,
                      duplicate_group, salary_yearly_min, salary_yearly_max, salary_currency, share_data_engineering,
                      share_applied_ml, share_mlops, share_prompt_engineering, share_outside, label
               FROM jd JOIN verdict ON verdict.jd = jd.id LEFT JOIN jd_label ON jd_label.jd = jd.id ORDER BY jd.id"""
        ):
            self.jds[row["id"]] = JD(row)
        for row in rows("SELECT jd, layer FROM jd_needs"):
            self.jds[row["jd"]].needs.add(row["layer"])
        # Where a text both requires and prefers a skill, it requires it.
        for row in rows("SELECT jd, skill, requirement FROM mention WHERE requirement <> 'context'"):
            known = self.jds[row["jd"]].asked
            if known.get(row["skill"]) != "required":
                known[row["skill"]] = row["requirement"]
        for row in rows(
            """SELECT jd, name, posted_on FROM jd_sighting JOIN source ON source.id = jd_sighting.source
               WHERE counted"""
        ):
            self.jds[row["jd"]].seen.append((row["name"], row["posted_on"]))
        self.skills = {row["slug"]: row for row in rows("SELECT id, slug, name, kind, primary_layer, summary FROM skill")}
        JD.tools = {slug for slug, row in self.skills.items() if row["kind"] == "tool"}
        self.terms = defaultdict(list)
        for row in rows("SELECT key, slug FROM term JOIN skill ON skill.id = term.skill"):
            self.terms[row["key"]].append(row["slug"])
        self.layers = {row["slug"]: row["name"] for row in rows("SELECT slug, name FROM layer")}
        self.roles = {row["slug"]: row for row in rows("SELECT id, slug, name, layer FROM role")}
        self.exposure = {
            row["role"]: row["exposure"]
            for row in rows(
                "SELECT role.slug AS role, exposure FROM role JOIN occupation ON occupation.code = role.occupation"
            )
        }
        self.exposure_source = [row[0] for row in rows("SELECT DISTINCT source FROM exposure")]
        self.memberships = defaultdict(list)
        for row in rows(
            """SELECT slug, layer, weight, reason FROM skill_layer JOIN skill ON skill.id = skill_layer.skill
               ORDER BY is_primary DESC, weight DESC"""
        ):
            self.memberships[row["slug"]].append(row)
        meta = {row["name"]: int(row["value"]) for row in rows("SELECT name, value FROM meta")}
        self.basis = {
            "catalogue": meta["catalogue_version"],
            "weights": meta["weights_version"],
            "own_weights": bool(rows("SELECT 1 FROM own_parameter LIMIT 1")),
            "catalogue_edits": bool(rows("SELECT 1 FROM catalogue_edit LIMIT 1")),
            "stale_verdicts": meta.get("verdicts_revision", 0) < meta.get("revision", 0),
        }

    def skill(self, name):
        """The slug of a skill by name, alias or slug; a term with several meanings is not for this program."""
        folded = re.sub(r"[-_\s]+", " ", name.lower()).strip()
        meant = set(self.terms[folded])
        if name in self.skills and (not meant or name in meant):
            return name
        (slug,) = meant
        return slug

    def role(self, name):
        if name in self.roles or name == "none":
            return name
        (slug,) = [slug for slug, row in self.roles.items() if row["name"].lower() == name.lower()]
        return slug

    def name(self, dimension, key):
        if dimension in ("layer", "primary"):
            return self.layers[key]
        if dimension == "role":
            return self.roles[key]["name"]
        return self.skills[key]["name"] if dimension in OF_SKILLS else key


class Filter:
    """Which JDs are meant: all conditions must hold; with dates or a source, at one sighting together."""

    def __init__(self, database, **asked):
        self.database = database
        self.asked = {key: value for key, value in asked.items() if value not in (None, [])}
        self.since, self.until = asked.get("since"), asked.get("until")
        self.source = asked.get("source")

    def but(self, **changes):
        return Filter(self.database, **{**self.asked, **changes})

    def holds(self, jd):
        """All that is asked of a JD by itself."""
        for key, value in self.asked.items():
            match key:
                case "needs":
                    good = all(layer in jd.needs for layer in value)
                case "primary":
                    good = jd.primary_layer == (None if value == "none" else value)
                case "skill":
                    good = self.database.skill(value) in jd.asked
                case "role":
                    role = self.database.role(value)
                    good = jd.role == (None if role == "none" else role)
                case "company" | "location":
                    good = value.lower() in (getattr(jd, key) or "").lower()
                case "alike":
                    good = jd.duplicate_group == self.database.jds[value].duplicate_group
                case "seniority" | "country" | "workplace" | "language":
                    good = getattr(jd, key) == value
                case _:
                    good = True
            if not good:
                return False
        return True

    def sightings(self, jd):
        return [
            (source, day)
            for source, day in jd.seen
            if (self.source is None or source == self.source)
            and (self.since is None or (day and day >= self.since))
            and (self.until is None or (day and day < self.until))
        ]

    def passing(self):
        """(JD, the sightings of it that pass), by id."""
        found = []
        asks_for_sightings = self.since or self.until or self.source
        for jd in self.database.jds.values():
            if self.holds(jd):
                seen = self.sightings(jd)
                if seen or not asks_for_sightings:
                    found.append((jd, seen))
        return found

    def texts(self):
        """The JDs that speak for the texts: of those alike that pass, the one with the smallest id."""
        first = {}
        for jd, _ in self.passing():
            first.setdefault(jd.duplicate_group, jd)
        return list(first.values())

    def latest(self):
        """The latest day of a sighting of any JD, or of the source asked for; None for none."""
        days = [day for _, seen in Filter(self.database, source=self.source).passing() for _, day in seen if day]
        return max(days, default=None)

    def before(self):
        """The filter over the window before: as long, ending where this one begins."""
        if not self.since:
            return None
        since = date.fromisoformat(self.since)
        until = self.until
        if not until:
            latest = self.latest()
            if not latest:
                return None
            until = str(date.fromisoformat(latest) + timedelta(days=1))
        until = date.fromisoformat(until)
        if until <= since:
            return None
        if since.day == until.day == 1:
            months = (until.year - since.year) * 12 + until.month - since.month
            start = since.year * 12 + since.month - 1 - months
            start = date(start // 12, start % 12 + 1, 1)
        else:
            start = since - (until - since)
        return self.but(since=str(start), until=self.since)

    def json(self):
        shown = {key: value for key, value in self.asked.items() if key not in ("since", "until")}
        return shown

    def window(self, before):
        return {
            "since": self.since,
            "until": self.until,
            "before": before and {"since": before.since, "until": before.until},
        }
