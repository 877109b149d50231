#!/usr/bin/env python3
"""Writes international.txt and minority.txt: addresses that people of many scripts and languages could have.

    npm install --prefix DIR cldr-core@48.2.0 cldr-dates-full@48.2.0 cldr-localenames-full@48.2.0 \\
        @wikimedia/language-data@2.0.4
    pip install Faker==40.54.0 gflanguages==0.7.11 pypinyin==0.55.0 idna==3.20 pyicu-wheels==2.15.2
    python3 tests/data/international.py DIR/node_modules

The words are what the packages ship: months, weekdays, languages and territories in their own
language (CLDR), given and family names (Faker), languages' own names (@wikimedia/language-data),
sample texts of languages that CLDR has no names for (gflanguages, mostly the Universal Declaration
of Human Rights), and Taiwanese names in Bopomofo (pypinyin). Scripts of UAX #31, tables 5 and 7,
alone. What CLDR covers at its level basic or above, and names of people, go to international.txt,
with some words of each script that has no such source; all the rest goes to minority.txt. No word
is chosen or left out for what normail says of it. A token is a word if

- it is letters, marks, decimal digits and joiners, with a CONTEXTO sign inside now and then, and does
  not begin with a mark;
- all of it is in one script, Japanese, Korean, and Han with Bopomofo counted as one (by ICU);
- it has a letter beyond ASCII.

It is a label only if the IDNA 2008 of the package `idna` takes it. With `--check` nothing is written:
the exit status says whether the files beside this script are what the packages give.
"""

import hashlib
import importlib
import importlib.metadata
import json
import pathlib
import pkgutil
import re
import sys
import unicodedata

import faker.providers.person
import gflanguages
import icu
import idna
import pypinyin

HERE = pathlib.Path(__file__).resolve().parent
NPM = {"cldr-core": "48.2.0", "cldr-dates-full": "48.2.0", "cldr-localenames-full": "48.2.0",
        "@wikimedia/language-data": "2.0.4"}
PYTHON = {
    "Faker": "40.54.0",
    "gflanguages": "0.7.11",
    "pypinyin": "0.55.0",
    "idna": "3.20",
    "pyicu-wheels": "2.15.2",
}

# Words a language: many where a script has few languages, few where it has hundreds.
PER_CLDR_LANGUAGE = 16
PER_LATIN_LANGUAGE = 6
PER_FAKER_LOCALE = 30
PER_SAMPLE = 14
PER_BOPOMOFO = 6
PER_RARE_SCRIPT = 8

# Letters that NFKC splits although people write them every day.
EVERYDAY = "\u0E33\u0EB3\u0EDC\u0EDD\u0587\u0F77\u0F79\u0675\u0676\u0677\u0678"

# Signs that RFC 5892 allows in context, and the apostrophe that is a letter's part in names.
SIGNS = "\u00B7\u05F3\u05F4\u0F0B\u30FB'"

TOGETHER = {"Jpan": {"Hani", "Hira", "Kana"}, "Kore": {"Hang", "Hani"}, "Hanb": {"Hani", "Bopo"}}
CAN_STAND_BESIDE_LATIN = set(
    "Arab Armn Beng Deva Ethi Geor Gujr Guru Hang Hani Hebr Jpan Khmr Knda Laoo Mlym Mymr Orya"
    " Sinh Taml Telu Thaa Thai Tibt".split()
)

# Endings in the country's own script.
IDN_ENDINGS = {
    ("Cyrl", "RU"): "рф", ("Cyrl", "UA"): "укр", ("Cyrl", "BY"): "бел", ("Cyrl", "BG"): "бг",
    ("Cyrl", "RS"): "срб", ("Cyrl", "MK"): "мкд", ("Cyrl", "MN"): "мон", ("Cyrl", "KZ"): "қаз",
    ("Grek", "GR"): "ελ", ("Geor", "GE"): "გე", ("Armn", "AM"): "հայ", ("Hebr", "IL"): "ישראל",
    ("Deva", "IN"): "भारत", ("Beng", "IN"): "ভারত", ("Gujr", "IN"): "ભારત", ("Guru", "IN"): "ਭਾਰਤ",
    ("Taml", "IN"): "இந்தியா", ("Telu", "IN"): "భారత్", ("Knda", "IN"): "ಭಾರತ", ("Mlym", "IN"): "ഭാരതം",
    ("Orya", "IN"): "ଭାରତ", ("Arab", "IN"): "بھارت", ("Beng", "BD"): "বাংলা", ("Sinh", "LK"): "ලංකා",
    ("Thai", "TH"): "ไทย", ("Laoo", "LA"): "ລາວ", ("Hang", "KR"): "한국", ("Hani", "CN"): "中国",
    ("Hani", "TW"): "台灣", ("Hani", "HK"): "香港", ("Hira", "JP"): "みんな", ("Kana", "JP"): "みんな",
    ("Hani", "JP"): "みんな", ("Jpan", "JP"): "みんな", ("Arab", "EG"): "مصر", ("Arab", "IR"): "ایران",
    ("Arab", "PK"): "پاکستان", ("Arab", "IQ"): "عراق", ("Arab", "SA"): "السعودية",
    ("Arab", "DZ"): "الجزائر", ("Arab", "MA"): "المغرب",
}  # fmt: skip


def main(arguments):
    check = "--check" in arguments
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) != 1:
        sys.exit(__doc__)
    node_modules = pathlib.Path(folders[0])
    check_versions(node_modules)
    covered = covered_languages(node_modules)
    main, minor = [*faker_names(), *bopomofo_names()], [*autonyms(node_modules), *samples(node_modules)]
    for group in cldr(node_modules):
        (main if group[1] in covered else minor).append(group)
    scripts = {group[2] for group in main}
    main += [(*group[:3], group[3][:PER_RARE_SCRIPT]) for group in minor if group[2] not in scripts]
    minor = [(*group[:3], group[3] if group[2] in scripts else group[3][PER_RARE_SCRIPT:]) for group in minor]
    tables = {
        "international.txt": ("languages that computers speak", main),
        "minority.txt": ("languages that computers hardly speak", minor),
    }
    regions = likely_regions(node_modules)
    stale = []
    for name, (title, groups) in tables.items():
        text = table(title, groups, regions)
        path = HERE / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"not what the packages give: {', '.join(stale)}")


def table(title, groups, regions):
    endings = top_level_domains()
    lines = [
        f"# Addresses that people could have, one a line, in {title}. Made by international.py from",
        "# " + ", ".join(f"{name} {version}" for name, version in (NPM | PYTHON).items()) + ";",
        "# do not edit. A heading names the script (ISO 15924), the language, and the packages that ship the words.",
    ]
    seen, number = set(), 0
    for source, language, script, words in sorted(groups, key=lambda group: (group[2], group[1], group[0])):
        addresses = []
        for index, word in enumerate(words):
            other = words[(index + 1) % len(words)]
            address = make(number, word, other, script, regions(language), endings)
            number += 1
            if address not in seen:
                seen.add(address)
                addresses.append(address)
        if addresses:
            lines += [f"# {script} {language}: {source}", *addresses]
    return "\n".join(lines) + "\n"


def covered_languages(node_modules):
    path = node_modules / "cldr-core" / "coverageLevels.json"
    return set(json.loads(path.read_text())["effectiveCoverageLevels"])


def check_versions(node_modules):
    for name, version in NPM.items():
        found = json.loads((node_modules / name / "package.json").read_text())["version"]
        assert found == version, f"{name} {found} is not {version}"
    for name, version in PYTHON.items():
        found = importlib.metadata.version(name)
        assert found == version, f"{name} {found} is not {version}"


# Words

LETTERS = range(icu.UCharCategory.UPPERCASE_LETTER, icu.UCharCategory.OTHER_LETTER + 1)
MARKS = range(icu.UCharCategory.NON_SPACING_MARK, icu.UCharCategory.COMBINING_SPACING_MARK + 1)


def script_of(word):
    """The one script that the word is in, or None."""
    common = None
    for char in word:
        scripts = {icu.Script(code).getShortName() for code in icu.Script.getScriptExtensions(char)}
        if scripts & {"Zyyy", "Zinh"}:
            continue
        for name, parts in TOGETHER.items():
            if scripts & parts:
                scripts = scripts | {name}
        common = scripts if common is None else common & scripts
    if not common:
        return None
    # A script of its own before a set of them.
    plain = sorted(common - set(TOGETHER))
    own = {icu.Script.getScript(char).getShortName() for char in word}
    return next((s for s in plain if s in own), plain[0] if plain else sorted(common)[0])


def tokens(text):
    """The words of a text, each with its script."""
    for piece in re.split(r"[\s\-_/,.;:!?()\[\]|\uA6F2-\uA6F7]+", unicodedata.normalize("NFC", text)):
        piece = strip(piece)
        if not 2 <= len(piece) <= 20 or piece.isascii() or not all(is_word_char(c) for c in piece):
            continue
        if icu.Char.charType(piece[0]) in MARKS or not any(ord(c) > 127 and icu.Char.isalpha(c) for c in piece):
            continue
        if script := script_of(piece):
            yield script, piece


def strip(piece):
    while piece and (not is_word_char(piece[0]) or piece[0] in SIGNS + "\u200C\u200D"):
        piece = piece[1:]
    while piece and (not is_word_char(piece[-1]) or piece[-1] in SIGNS + "\u200C\u200D"):
        piece = piece[:-1]
    return piece


def is_word_char(char):
    kind = icu.Char.charType(char)
    is_word = kind in LETTERS or kind in MARKS or kind == icu.UCharCategory.DECIMAL_DIGIT_NUMBER
    return is_word or char in "\u200C\u200D" + SIGNS


def choose(words, count):
    """Those with everyday letters first, the others in an order that only their spelling decides."""
    def order(word):
        return not any(c in EVERYDAY for c in word), hashlib.sha256(word.encode()).digest()

    return sorted(dict.fromkeys(words), key=order)[:count]


def by_script(texts):
    found = {}
    for text in texts:
        for script, word in tokens(text):
            if script in ALL_SCRIPTS:
                found.setdefault(script, []).append(word)
    return found


def cldr(node_modules):
    main = node_modules / "cldr-localenames-full" / "main"
    for folder in sorted(path.name for path in main.iterdir()):
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", folder) or folder == "und":
            continue
        texts = list(cldr_texts(node_modules, folder))
        for script, words in sorted(by_script(texts).items()):
            count = PER_LATIN_LANGUAGE if script == "Latn" else PER_CLDR_LANGUAGE
            yield "cldr-dates-full, cldr-localenames-full", folder, script, choose(words, count)


def cldr_texts(node_modules, folder):
    names = node_modules / "cldr-localenames-full" / "main" / folder
    for file in ("languages", "territories"):
        path = names / f"{file}.json"
        if path.exists():
            content = json.loads(path.read_text("utf-8"))["main"][folder]["localeDisplayNames"]
            yield from content.get(file, {}).values()
    path = node_modules / "cldr-dates-full" / "main" / folder / "ca-gregorian.json"
    if path.exists():
        content = json.loads(path.read_text("utf-8"))["main"][folder]["dates"]["calendars"]["gregorian"]
        for kind in ("months", "days"):
            for context in content[kind].values():
                yield from context["wide"].values()


def faker_names():
    for module in sorted(m.name for m in pkgutil.iter_modules(faker.providers.person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        texts = []
        for attribute in sorted(dir(provider)):
            if re.match(r"(first|last)_names", attribute):
                names = getattr(provider, attribute)
                if isinstance(names, (tuple, list, dict)):
                    texts += [name for name in names if isinstance(name, str)]
        for script, words in sorted(by_script(texts).items()):
            yield "Faker, person names", module.replace("_", "-"), script, choose(words, PER_FAKER_LOCALE)


def bopomofo_names():
    provider = importlib.import_module("faker.providers.person.zh_TW").Provider
    words = []
    for name in sorted(set(provider.first_names)):
        syllables = pypinyin.pinyin(name, style=pypinyin.Style.BOPOMOFO, errors="ignore")
        words += [word for script, word in tokens("".join(s[0] for s in syllables)) if script == "Bopo"]
    yield "pypinyin, Faker, names of zh_TW", "zh-Bopo-TW", "Bopo", choose(words, PER_BOPOMOFO)


def autonyms(node_modules):
    path = node_modules / "@wikimedia" / "language-data" / "data" / "language-data.json"
    languages = json.loads(path.read_text("utf-8"))["languages"]
    for key, entry in sorted(languages.items()):
        if len(entry) > 2:
            for script, words in sorted(by_script([entry[2]]).items()):
                yield "@wikimedia/language-data, autonym", key, script, choose(words, 2)


def samples(node_modules):
    """What CLDR has no names in."""
    known = {path.name for path in (node_modules / "cldr-localenames-full" / "main").iterdir()}
    for key, language in sorted(gflanguages.LoadLanguages().items()):
        if language.script in ("Latn", "Hans", "Hant", "Jpan", "Kore") or language.language in known:
            if language.script not in ("Thaa", "Mtei", "Mong", "Java", "Sund", "Bali", "Batk"):
                continue
        sample = language.sample_text
        texts = [language.autonym, *(value for _, value in sample.ListFields())]
        for script, words in sorted(by_script(texts).items()):
            if script == language.script:
                yield "gflanguages, sample text", key.replace("_", "-"), script, choose(words, PER_SAMPLE)


# Recommended and Limited_Use scripts of UAX #31, tables 5 and 7, and none else.
ALL_SCRIPTS = set(
    "Arab Armn Beng Bopo Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo"
    " Latn Mlym Mymr Orya Sinh Taml Telu Thaa Thai Tibt"
    " Adlm Bali Bamu Batk Cakm Cans Cham Cher Hmnp Java Kali Lana Lepc Limb Lisu Mand Mtei Newa Nkoo"
    " Olck Osge Plrd Rohg Saur Sund Sylo Syrc Tale Talu Tavt Tfng Vaii Wcho Yiii".split()
)


# Addresses


def top_level_domains():
    path = HERE.parent.parent / "data" / "top_level_domains.txt"
    return {line for line in path.read_text().splitlines() if not line.startswith("#")}


def likely_regions(node_modules):
    path = node_modules / "cldr-core" / "supplemental" / "likelySubtags.json"
    likely = json.loads(path.read_text())["supplemental"]["likelySubtags"]

    def region(language):
        subtags = language.split("-")
        if len(subtags[-1]) == 2 and len(subtags) > 1:
            return subtags[-1]
        found = likely.get("-".join(subtags[:2])) or likely.get(subtags[0]) or "und-Zzzz-001"
        return found.split("-")[-1]

    return region


def is_label(text):
    try:
        return len(idna.alabel(text)) <= 63
    except idna.IDNAError:
        return False


def make(number, word, other, script, region, endings):
    """One of the ways in which people make an address of a word."""
    country = {"GB": "uk"}.get(region, region.lower())
    country = country if country in endings else "com"
    own = IDN_ENDINGS.get((script, region), country)
    assert idna.encode(own).decode() in endings, own
    ascii_domain = f"example.{country}" if country != "com" else "correo.com"
    # Turkish and Azerbaijani pair i with İ and ı with I.
    locale = icu.Locale("tr" if region in ("TR", "AZ") and script == "Latn" else "und")
    small, other_small = (str(icu.UnicodeString(w).toLower(locale)) for w in (word, other))
    label = unicodedata.normalize("NFC", small)
    label = label if is_label(label) else None
    plain = [
        f"{word}@{ascii_domain}",
        f"{small}.{other_small}@{ascii_domain}",
        f"{small}+news@{ascii_domain}",
        f"{small}-{other_small}@{ascii_domain}",
        f"{small}2024@{ascii_domain}",
        f"{word}_{other}@{ascii_domain}",
    ]
    named = [
        f"ana@{label}.{country}",
        f"{small}@{label}.{own}",
        f"info@{label}.{own}",
        f"{small}@{label}.com",
        f"webmaster@{label}.org",
    ]
    if script in CAN_STAND_BESIDE_LATIN:
        plain.append(f"{small}taro@{ascii_domain}")
        if label and is_label(f"{label}shop"):
            named.append(f"ana@{label}shop.com")
    choice = plain if number % 5 < 3 or label is None else named
    address = choice[number // 5 % len(choice)]
    local = address.split("@")[0]
    return address if len(local.encode()) <= 64 else f"{small[:12]}@{ascii_domain}"


if __name__ == "__main__":
    main(sys.argv[1:])
